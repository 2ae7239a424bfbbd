import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'

/** Whether a tag stands somewhere below another one. */
export function isUnder(tag: Tag, ancestor: TagId, tags: readonly Tag[]): boolean {
  for (let above = tag.parentId; above !== null; ) {
    if (above === ancestor) return true
    above = tags.find((one) => one.id === above)?.parentId ?? null
  }
  return false
}

/**
 * Before which sibling the tag would stand after one step up or down: null is the end, undefined means that there
 * is no such step.
 */
export function siblingMoves(
  tag: Tag,
  tags: readonly Tag[],
): { up: TagId | undefined; down: TagId | null | undefined } {
  const siblings = tags.filter((one) => one.parentId === tag.parentId)
  const index = siblings.findIndex((one) => one.id === tag.id)
  return {
    up: siblings[index - 1]?.id,
    down: index === siblings.length - 1 ? undefined : (siblings[index + 2]?.id ?? null),
  }
}
