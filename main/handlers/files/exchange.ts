import type { Event } from '../../../preload/contract/events.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { Exchange, ProjectContext } from '../../project-context.ts'
import type { Tasks } from '../../tasks.ts'

export function exchangeHandlers(
  context: ProjectContext,
  exchange: Exchange,
  tasks: Tasks,
  tell: (event: Event) => void,
): ProjectHandlers['exchange'] {
  return {
    formats: () => exchange.formats(),
    preview: (choice) => exchange.preview(context, choice),
    write: (request) =>
      tasks.run(request.task, (task) =>
        exchange.write(context, request, {
          ...task,
          exporting: (contents) => tell({ type: 'exporting', task: request.task, contents }),
        }),
      ),
  }
}
