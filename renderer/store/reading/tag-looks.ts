import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import type { TagLook } from '../../document/index.ts'
import { type TagLooks, workbench } from '../workbench.ts'

/** How much of a tag is seen in the texts of this project. */
export function lookOf(id: TagId, looks: TagLooks = workbench.getState().tagLooks): TagLook {
  return looks.get(id) ?? 'full'
}

export function setTagLook(id: TagId, look: TagLook): void {
  if (lookOf(id) === look) return
  const looks = new Map(workbench.getState().tagLooks)
  if (look === 'full') looks.delete(id)
  else looks.set(id, look)
  workbench.setState({ tagLooks: looks })
}

/** Shows a tag with those below it in the codebook, and gives all others one look. */
export function setOtherTags(id: TagId, look: TagLook): void {
  workbench.setState(({ tags }) => ({ tagLooks: othersAt(look, withThoseBelow(id, tags), tags) }))
}

/** Without any tag in full; `full` shows all. */
export function setAllTags(look: TagLook): void {
  workbench.setState(({ tags }) => ({ tagLooks: othersAt(look, new Set(), tags) }))
}

/** The look that all tags but this one and those below it have, while these are seen in full; null when there is none. */
export function lookOfOthers(id: TagId, tags: readonly Tag[], looks: TagLooks): TagLook | null {
  const own = withThoseBelow(id, tags)
  const others = new Set(tags.filter((tag) => !own.has(tag.id)).map((tag) => lookOf(tag.id, looks)))
  const ownInFull = [...own].every((one) => lookOf(one, looks) === 'full')
  return ownInFull && others.size === 1 ? [...others][0]! : null
}

/** The tags of the codebook that have this look. */
export function tagsLooking(look: TagLook, tags: readonly Tag[], looks: TagLooks): Tag[] {
  return tags.filter((tag) => lookOf(tag.id, looks) === look)
}

function othersAt(look: TagLook, own: ReadonlySet<TagId>, tags: readonly Tag[]): TagLooks {
  if (look === 'full') return new Map()
  return new Map(tags.filter((tag) => !own.has(tag.id)).map((tag) => [tag.id, look]))
}

/** A parent stands before its children. */
function withThoseBelow(id: TagId, tags: readonly Tag[]): Set<TagId> {
  const found = new Set([id])
  for (const tag of tags) if (tag.parentId !== null && found.has(tag.parentId)) found.add(tag.id)
  return found
}
