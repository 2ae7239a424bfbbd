import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import type { TagPlace } from '../../commands/edit-codebook.ts'

/** A tag with those that stand under it, in the order of the codebook. */
export interface TagNode {
  id: TagId
  tag: Tag
  children: TagNode[]
  /** Annotations that have it or one of those below. */
  usesBelow: number
}

export function tagTree(tags: readonly Tag[]): TagNode[] {
  const children = Map.groupBy(tags, (tag) => tag.parentId)
  const under = (parent: TagId | null): TagNode[] =>
    (children.get(parent) ?? []).map((tag) => {
      const nodes = under(tag.id)
      const usesBelow = nodes.reduce((sum, node) => sum + node.usesBelow, tag.uses)
      return { id: tag.id, tag, children: nodes, usesBelow }
    })
  return under(null)
}

/** Those whose name, key or definition holds every word, with all that stands above them; all of them without words. */
export function narrowTree(nodes: readonly TagNode[], words: string): TagNode[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return [...nodes]
  const isFound = ({ name, key, definition }: Tag) => {
    const own = fold(`${name} ${key} ${definition}`)
    return wanted.every((word) => own.includes(word))
  }
  const narrow = (node: TagNode): TagNode[] => {
    const children = node.children.flatMap(narrow)
    return children.length > 0 || isFound(node.tag) ? [{ ...node, children }] : []
  }
  return nodes.flatMap(narrow)
}

/** Without case and accents. */
const fold = (words: string): string => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** All that stand somewhere under one of these; `tags` have a parent before its children. */
export function tagsUnder(ids: Iterable<TagId>, tags: readonly Tag[]): Set<TagId> {
  const above = new Set(ids)
  const under = new Set<TagId>()
  for (const { id, parentId } of tags) {
    if (parentId !== null && (above.has(parentId) || under.has(parentId))) under.add(id)
  }
  return under
}

export type TagStep = 'up' | 'down' | 'in' | 'out'

/**
 * Where tags that stand under the same one would stand after one step together: up or down among their siblings, in
 * under the one above them, out behind their parent. Undefined where there is no such step.
 */
export function stepOf(moved: readonly Tag[], step: TagStep, tags: readonly Tag[]): TagPlace | undefined {
  const parentId = moved[0]?.parentId ?? null
  const siblings = tags.filter((one) => one.parentId === parentId)
  const isMoved = (one: Tag) => moved.some(({ id }) => id === one.id)
  const above = siblings[siblings.findIndex(isMoved) - 1]
  const below = siblings.slice(siblings.findLastIndex(isMoved) + 1)
  switch (step) {
    case 'up':
      return above && { parentId, beforeId: above.id }
    case 'down':
      return below.length > 0 ? { parentId, beforeId: below[1]?.id ?? null } : undefined
    case 'in':
      return above && { parentId: above.id, beforeId: null }
    case 'out': {
      const parent = tags.find((one) => one.id === parentId)
      if (!parent) return undefined
      const aunts = tags.filter((one) => one.parentId === parent.parentId)
      const after = aunts[aunts.findIndex((one) => one.id === parent.id) + 1]
      return { parentId: parent.parentId, beforeId: after?.id ?? null }
    }
  }
}

/** Where tags come to stand that are dropped before, after or on a tag; undefined where that would be under themselves. */
export function dropPlace(
  dropped: readonly TagId[],
  target: Tag,
  position: 'before' | 'after' | 'on',
  tags: readonly Tag[],
): TagPlace | undefined {
  const isDropped = (id: TagId) => dropped.includes(id)
  if (isDropped(target.id) || tagsUnder(dropped, tags).has(target.id)) return undefined
  if (position === 'on') return { parentId: target.id, beforeId: null }
  const { parentId } = target
  if (position === 'before') return { parentId, beforeId: target.id }
  const siblings = tags.filter((one) => one.parentId === parentId)
  const behind = siblings.slice(siblings.findIndex((one) => one.id === target.id) + 1)
  return { parentId, beforeId: behind.find((one) => !isDropped(one.id))?.id ?? null }
}

/** Of some tags those that stand under none of the others, in the order of the codebook. */
export function topmost(ids: ReadonlySet<TagId>, tags: readonly Tag[]): Tag[] {
  const under = tagsUnder(ids, tags)
  return tags.filter(({ id }) => ids.has(id) && !under.has(id))
}
