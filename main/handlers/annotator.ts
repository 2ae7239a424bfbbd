import { Failure } from '../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../preload/contract/index.ts'
import type { ProjectContext } from '../project-context.ts'

export function annotatorHandlers({ project }: ProjectContext): ProjectHandlers['annotator'] {
  const { history, repositories } = project
  const { annotators } = repositories

  return {
    list: () => annotators.list(),
    rename({ id, name }) {
      const { name: before } = annotators.get(id)
      const other = annotators.findByName(name)
      if (other !== undefined && other.id !== id) {
        throw new Failure(
          'exists',
          `There is another annotator called “${name}”. Choose a name that tells them apart.`,
        )
      }
      history.record(`rename annotator ${before} to ${name}`, () => annotators.rename(id, name))
      return annotators.get(id)
    },
  }
}
