import { Failure } from '../../../preload/contract/failure.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import { freeColor } from '../../../preload/contract/palette.ts'
import type { ProjectContext } from '../../project-context.ts'
import { typing } from '../typing.ts'

export function linkTypeHandlers({ project }: ProjectContext): ProjectHandlers['linkType'] {
  const { history, newUid, repositories } = project
  const { linkTypes, links } = repositories

  return {
    list: () => linkTypes.list(),

    create({ name, ...given }) {
      const id = history.record(`add link type ${name}`, () =>
        linkTypes.insert({
          uid: newUid(),
          name,
          symmetric: given.symmetric ?? false,
          color: given.color ?? freeColor(linkTypes.list()),
          sourceRoles: given.sourceRoles ?? [],
          targetRoles: given.targetRoles ?? [],
        }),
      )
      return linkTypes.get(id)
    },

    update({ id, change }) {
      const { name } = linkTypes.entry(id)
      const label =
        change.name === undefined ? `edit link type ${name}` : `rename link type ${name} to ${change.name}`
      history.record(label, () => linkTypes.update(id, change), typing(`link type ${id}`, change))
      return linkTypes.get(id)
    },

    delete({ id, links: fate, replacement }) {
      const { name } = linkTypes.entry(id)
      if (fate === 'retype' && (replacement === null || replacement === id)) {
        throw new Failure('bad-input', `Choose another type for the links of type “${name}”.`)
      }
      if (replacement !== null) linkTypes.entry(replacement)
      history.record(`delete link type ${name}`, () => {
        if (fate === 'retype' && replacement !== null) links.retype(id, replacement)
        else links.deleteByType(id)
        linkTypes.delete(id)
      })
    },
  }
}
