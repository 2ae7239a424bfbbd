import type { Committed } from '../../db/undo/history.ts'
import type { ProjectHandlers } from '../../preload/contract/index.ts'
import { placeOf } from '../place.ts'
import type { ProjectContext } from '../project-context.ts'

export function historyHandlers({ project }: ProjectContext): ProjectHandlers['history'] {
  const travelled = (committed: Committed | null) =>
    committed && { label: committed.label, place: placeOf(project, committed) }

  return {
    state: () => project.history.state(),
    undo: () => travelled(project.history.undo()),
    redo: () => travelled(project.history.redo()),
  }
}
