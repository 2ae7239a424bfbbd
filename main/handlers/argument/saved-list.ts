import { Failure } from '../../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { ProjectContext } from '../../project-context.ts'

export function savedListHandlers({ project }: ProjectContext): ProjectHandlers['savedList'] {
  const { history, repositories } = project
  const { savedLists } = repositories

  return {
    list: () => savedLists.list(),

    create({ name, asked }) {
      const known = savedLists.findByName(name)
      const id = history.record(known ? `change list ${name}` : `save list ${name}`, () => {
        if (!known) return savedLists.insert(name, asked)
        savedLists.update(known.id, name, asked)
        return known.id
      })
      return savedLists.get(id)
    },

    delete({ id }) {
      const { name } = savedLists.get(id)
      history.record(`delete list ${name}`, () => {
        if (!savedLists.delete(id)) throw new Failure('not-found', 'This list is not there any more.')
      })
    },
  }
}
