import { Failure } from '../../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { arrivalsOf } from '../../exchange/arrival/arrivals.ts'
import { wholeProjectsIn } from '../../exchange/arrival/whole-projects.ts'
import type { ProjectContext, Task } from '../../project-context.ts'
import type { Tasks } from '../../tasks.ts'

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

  async function recognise(paths: readonly string[], task: Task) {
    const found = await arrivals.recognise(paths, task)
    const taken = new Set(found.map(({ path }) => path))
    const { path } = context.project
    const refused = [path, `${path}-journal`, `${path}-wal`, `${path}-shm`]
    const inside: string[] = []
    for (const path of paths) if (!taken.has(path)) inside.push(...(await wholeProjectsIn(path, refused)))
    const fresh = inside.filter((path) => !paths.includes(path))
    return fresh.length === 0 ? found : [...found, ...(await arrivals.recognise([...new Set(fresh)], task))]
  }

  return {
    recognise: ({ task, paths }) => tasks.run(task, (run) => recognise(paths, run)),
    read(request) {
      mustBeWritable()
      return tasks.run(request.task, (task) => arrivals.read(request, task))
    },
    bring(request) {
      mustBeWritable()
      return tasks.run(request.task, (task) => arrivals.bring(request, task))
    },
    close: ({ reading }) => arrivals.close(reading),
  }
}
