import { Failure } from '../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../preload/contract/index.ts'
import { arrivalsOf } from '../exchange/arrival/arrivals.ts'
import type { ProjectContext } from '../project-context.ts'
import type { Tasks } from '../tasks.ts'

/** `me`: what the person who brings them in is called. */
export function annotationImportHandlers(
  context: ProjectContext,
  tasks: Tasks,
  me: () => string,
): ProjectHandlers['annotationImport'] {
  const arrivals = arrivalsOf(context, me)
  const mustBeWritable = (): void => {
    const { readOnly } = context.project
    if (readOnly !== '') throw new Failure('read-only', readOnly)
  }

  return {
    recognise: ({ paths }) => arrivals.recognise(paths),
    read(request) {
      mustBeWritable()
      return tasks.run(request.task, (task) => arrivals.read(request, task))
    },
    bring(request) {
      mustBeWritable()
      return arrivals.bring(request)
    },
    close: ({ reading }) => arrivals.close(reading),
  }
}
