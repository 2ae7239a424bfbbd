import { Failure } from '../../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { ImportDesk } from '../../import/desk/import-desk.ts'
import type { DeskOpener, ProjectContext } from '../../project-context.ts'
import type { Tasks } from '../../tasks.ts'

/** One desk at a time, known by a name of its own. */
export function importDeskHandlers(
  context: ProjectContext,
  openDesk: DeskOpener,
  tasks: Tasks,
): ProjectHandlers['importDesk'] {
  let current: { name: string; desk: ImportDesk } | null = null
  let count = 0

  function deskOf(name: string): ImportDesk {
    if (current?.name !== name)
      throw new Failure('not-found', 'These files were put away: import them again.')
    return current.desk
  }

  function clear(): void {
    current?.desk.close()
    current = null
  }

  return {
    async open({ paths }) {
      const { readOnly } = context.project
      if (readOnly !== '') throw new Failure('read-only', readOnly)
      clear()
      const desk = await openDesk(context, paths)
      clear()
      current = { name: `desk-${++count}`, desk }
      return { desk: current.name, files: desk.files, passedOver: desk.passedOver }
    },

    look: ({ desk }) => deskOf(desk).look(),
    choose: ({ desk, id, choices }) => deskOf(desk).choose(id, choices),
    beginning: async ({ desk, id }) => ({ text: await deskOf(desk).beginning(id) }),
    bring: ({ desk, task, files }) => tasks.run(task, (running) => deskOf(desk).bring(files, running)),

    close({ desk }) {
      if (current?.name === desk) clear()
    },
  }
}
