import { Failure } from '../../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { ProjectContext } from '../../project-context.ts'

export function savedSearchHandlers({ project }: ProjectContext): ProjectHandlers['savedSearch'] {
  const { history, repositories } = project
  const { savedSearches } = repositories

  return {
    list: () => savedSearches.list(),

    create({ name, asked }) {
      const known = savedSearches.findByName(name)
      const id = history.record(known ? `change search ${name}` : `save search ${name}`, () => {
        if (!known) return savedSearches.insert(name, asked)
        savedSearches.update(known.id, name, asked)
        return known.id
      })
      return savedSearches.get(id)
    },

    delete({ id }) {
      const { name } = savedSearches.get(id)
      history.record(`delete search ${name}`, () => {
        if (!savedSearches.delete(id)) throw new Failure('not-found', 'This search is not there any more.')
      })
    },
  }
}
