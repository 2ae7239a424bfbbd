import type { Committed } from '../../db/undo/history.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../preload/contract/index.ts'
import { placeOf } from '../place.ts'
import type { ProjectContext } from '../project-context.ts'

/** `whenReturned`: when the project can be changed again; undefined where it can be now. */
export function historyHandlers(
  { project }: ProjectContext,
  whenReturned: () => Promise<void> | undefined,
): ProjectHandlers['history'] {
  const travelled = (committed: Committed | null) =>
    committed && { label: committed.label, place: placeOf(project, committed) }

  /**
   * What is pressed while a long step is being written is meant for what came before it or was done meanwhile, never for
   * that step: nobody has seen it yet.
   */
  async function undoAfter(returned: Promise<void>) {
    const isUnseen = project.history.watchLent()
    for (let next: Promise<void> | undefined = returned; next; next = whenReturned()) await next
    if (isUnseen()) {
      const { undo } = project.history.state()
      throw new Failure(
        'busy',
        `Nothing was undone: “${undo}” came in meanwhile. When the import has ended, undo takes it back.`,
      )
    }
    return travelled(project.history.undo())
  }

  return {
    state: () => project.history.state(),
    undo() {
      const returned = whenReturned()
      return returned ? undoAfter(returned) : travelled(project.history.undo())
    },
    redo: () => travelled(project.history.redo()),
  }
}
