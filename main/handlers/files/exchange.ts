import type { Event } from '../../../preload/contract/events.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { SetPages } from '../../pages-elsewhere.ts'
import type { Exchange, ProjectContext } from '../../project-context.ts'
import type { Tasks } from '../../tasks.ts'

export function exchangeHandlers(
  context: ProjectContext,
  exchange: Exchange,
  tasks: Tasks,
  { tell, setPages }: { tell: (event: Event) => void; setPages: SetPages },
): ProjectHandlers['exchange'] {
  return {
    formats: () => exchange.formats(),
    preview: (choice) => exchange.preview(context, choice),
    write: (request) =>
      tasks.run(request.task, (task) =>
        exchange.write(context, request, {
          ...task,
          setPages,
          exporting: (contents) => tell({ type: 'exporting', task: request.task, contents }),
        }),
      ),
  }
}
