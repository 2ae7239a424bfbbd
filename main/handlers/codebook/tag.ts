import { depthFirst } from '../../../db/repositories/tags.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { TagId } from '../../../preload/contract/ids.ts'
import type { ProjectHandlers } from '../../../preload/contract/index.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import type { ProjectContext } from '../../project-context.ts'
import { requireAskable } from '../annotation/attributes.ts'
import { typing } from '../typing.ts'
import { exampleOf } from './example.ts'
import { mergeTags } from './merge-tags.ts'
import { newTag } from './new-tag.ts'
import { splitGroups, splitTag, waysToSplit } from './split-tag.ts'
import { followMeaning } from './tag-meaning.ts'

export function tagHandlers({ project }: ProjectContext): ProjectHandlers['tag'] {
  const { history, newUid, repositories } = project
  const { annotations, outdatedAnnotations, tags, tagUses, tagVersions } = repositories

  /** Fails with `circle` when a tag would become its own ancestor, with `not-found` when the parent has gone. */
  function requireParent(id: TagId, parentId: TagId | null): void {
    for (let above = parentId; above !== null; above = tags.entry(above).parentId) {
      if (above === id)
        throw new Failure('circle', 'A tag cannot stand under itself. Choose another place for it.')
    }
  }

  /** Puts tags last among the children of a parent, or before one of them. */
  function place(ids: readonly TagId[], parentId: TagId | null, beforeId: TagId | null): void {
    for (const id of ids) tags.update(id, { parentId })
    const all = tags.listByPosition()
    const others = all.filter((tag) => !ids.includes(tag.id))
    const before = beforeId === null ? others.length : others.findIndex((tag) => tag.id === beforeId)
    const moved = ids.map((id) => all.find((tag) => tag.id === id)!)
    tags.reorder(depthFirst(others.toSpliced(before, 0, ...moved)).map((tag) => tag.id))
  }

  /** Those that stand under none of the others, in the order of the codebook. */
  function topmost(ids: readonly TagId[]): TagId[] {
    const all = new Map(tags.list().map((tag) => [tag.id, tag]))
    const isBelow = (id: TagId) => {
      for (
        let above = all.get(id)?.parentId ?? null;
        above !== null;
        above = all.get(above)?.parentId ?? null
      )
        if (ids.includes(above)) return true
      return false
    }
    return [...all.keys()].filter((id) => ids.includes(id) && !isBelow(id))
  }

  return {
    list: () => tags.list(),
    versions: ({ id }) => tagVersions.listByTag(tags.entry(id).id),

    firstOutdated: ({ id }) => ({ next: outdatedAnnotations.firstOfTag(id) ?? null }),

    keepExample({ annotationId }) {
      const annotation = annotations.get(annotationId)
      const { id, name, examples } = tags.entry(annotation.tagId)
      const example = exampleOf(annotation, repositories)
      if (examples.includes(example)) return { isNew: false }
      history.record(`keep an example of ${name}`, () =>
        tags.update(id, { examples: [...examples, example] }),
      )
      return { isNew: true }
    },

    confirmAll({ id }) {
      const { name } = tags.entry(id)
      history.record(`find annotations of ${name} still right`, () =>
        outdatedAnnotations.confirm(outdatedAnnotations.idsByTag(id)),
      )
    },

    create(given) {
      if (given.parentId) tags.entry(given.parentId)
      if (given.attributes) requireAskable(given.attributes, [])
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
      if (change.attributes) requireAskable(change.attributes, before.attributes)
      history.record(
        labelOf(before, change),
        () => {
          const { parentId, ...rest } = change
          tags.update(id, rest)
          followMeaning(project, before)
          if (parentId !== undefined && parentId !== before.parentId) place([id], parentId, null)
          if (change.key) tags.takeKey(change.key, id)
        },
        typing(`tag ${id}`, change),
      )
      return tags.get(id)
    },

    move({ ids, parentId, beforeId }) {
      const names = ids.map((id) => tags.entry(id).name)
      for (const id of ids) requireParent(id, parentId)
      if (beforeId !== null && (ids.includes(beforeId) || tags.entry(beforeId).parentId !== parentId)) {
        throw new Failure('bad-input', 'The tag can only be put before another tag under the same parent.')
      }
      const label = names.length === 1 ? `move tag ${names[0]}` : `move ${names.length} tags`
      history.record(label, () => place(topmost(ids), parentId, beforeId))
    },

    merge(request) {
      const { name } = tags.entry(request.into)
      const others = request.ids.filter((id) => id !== request.into)
      const [first] = others.map((id) => tags.entry(id).name)
      const label =
        others.length === 1 ? `merge tag ${first} into ${name}` : `merge ${others.length} tags into ${name}`
      return history.record(label, () => mergeTags(project, request))
    },
    previewMerge: (request) => history.rehearse(() => mergeTags(project, request)),

    splitWays: ({ id }) => waysToSplit(repositories, id),
    splitGroups: ({ id, by }) => splitGroups(repositories, id, by),
    annotationIds: ({ id }) => tagUses.listByTag(tags.entry(id).id).map((use) => use.id),
    split: (request) =>
      history.record(`split tag ${tags.entry(request.id).name}`, () => splitTag(project, request)),
    previewSplit: (request) => history.rehearse(() => splitTag(project, request)),

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
