import { depthFirst } from '../../db/repositories/tags.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { TagId } from '../../preload/contract/ids.ts'
import type { ProjectHandlers } from '../../preload/contract/index.ts'
import type { Tag } from '../../preload/contract/tag.ts'
import type { ProjectContext } from '../project-context.ts'
import { newTag } from './new-tag.ts'
import { followMeaning } from './tag-meaning.ts'
import { typing } from './typing.ts'

export function tagHandlers({ project }: ProjectContext): ProjectHandlers['tag'] {
  const { history, newUid, repositories } = project
  const { annotations, outdatedAnnotations, tags, tagVersions } = repositories

  /** Fails with `circle` when a tag would become its own ancestor, with `not-found` when the parent has gone. */
  function requireParent(id: TagId, parentId: TagId | null): void {
    for (let above = parentId; above !== null; above = tags.entry(above).parentId) {
      if (above === id)
        throw new Failure('circle', 'A tag cannot stand under itself. Choose another place for it.')
    }
  }

  /** Puts the tag last among the children of its parent, or before one of them. */
  function place(id: TagId, parentId: TagId | null, beforeId: TagId | null): void {
    tags.update(id, { parentId })
    const others = tags.listByPosition().filter((tag) => tag.id !== id)
    const before = beforeId === null ? others.length : others.findIndex((tag) => tag.id === beforeId)
    tags.reorder(depthFirst(others.toSpliced(before, 0, tags.get(id))).map((tag) => tag.id))
  }

  return {
    list: () => tags.list(),
    versions: ({ id }) => tagVersions.listByTag(tags.entry(id).id),

    confirmAll({ id }) {
      const { name } = tags.entry(id)
      history.record(`find annotations of ${name} still right`, () =>
        outdatedAnnotations.confirm(outdatedAnnotations.idsByTag(id)),
      )
    },

    create(given) {
      if (given.parentId) tags.entry(given.parentId)
      const id = history.record(`add tag ${given.name}`, () => {
        const id = tags.insert(newTag(given, newUid(), tags.list()))
        if (given.key) tags.takeKey(given.key, id)
        return id
      })
      return tags.get(id)
    },

    update({ id, change }) {
      const before = tags.entry(id)
      if (change.parentId !== undefined) requireParent(id, change.parentId)
      history.record(
        labelOf(before, change),
        () => {
          const { parentId, ...rest } = change
          tags.update(id, rest)
          followMeaning(project, before)
          if (parentId !== undefined && parentId !== before.parentId) place(id, parentId, null)
          if (change.key) tags.takeKey(change.key, id)
        },
        typing(`tag ${id}`, change),
      )
      return tags.get(id)
    },

    move({ id, parentId, beforeId }) {
      const { name } = tags.entry(id)
      requireParent(id, parentId)
      if (beforeId !== null && (beforeId === id || tags.entry(beforeId).parentId !== parentId)) {
        throw new Failure('bad-input', 'The tag can only be put before another tag under the same parent.')
      }
      history.record(`move tag ${name}`, () => place(id, parentId, beforeId))
      return tags.get(id)
    },

    delete({ id, annotations: fate, replacement }) {
      const tag = tags.entry(id)
      if (fate === 'retag' && (replacement === null || replacement === id)) {
        throw new Failure('bad-input', `Choose another tag for the annotations of “${tag.name}”.`)
      }
      if (replacement !== null) tags.entry(replacement)
      history.record(`delete tag ${tag.name}`, () => {
        if (fate === 'retag' && replacement !== null) annotations.retag(id, replacement)
        else annotations.deleteByTag(id)

        // The children take its place among its siblings.
        const order = tags.list().filter((other) => other.id !== id)
        for (const child of order)
          if (child.parentId === id) tags.update(child.id, { parentId: tag.parentId })
        tags.delete(id)
        tags.reorder(order.map((other) => other.id))
      })
    },
  }
}

function labelOf(before: Pick<Tag, 'name'>, change: { [K in keyof Tag]?: Tag[K] | undefined }): string {
  if (change.name !== undefined) return `rename tag ${before.name} to ${change.name}`
  if (change.color !== undefined) return `recolour tag ${before.name}`
  if (change.key !== undefined) return `change key of tag ${before.name}`
  if (change.parentId !== undefined) return `move tag ${before.name}`
  return `edit tag ${before.name}`
}
