import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { Exchange, ProjectContext } from '../../project-context.ts'
import type { Tasks } from '../../tasks.ts'

export function exchangeHandlers(
  context: ProjectContext,
  exchange: Exchange,
  tasks: Tasks,
): ProjectHandlers['exchange'] {
  return {
    formats: () => exchange.formats(),
    preview: (choice) => exchange.preview(context, choice),
    write: (request) => tasks.run(request.task, (task) => exchange.write(context, request, task)),
  }
}
