import type { Tag } from '../../../preload/contract/tag.ts'

/**
 * The codebook as it was told anew, with the tags that are as they were being the same objects, and the whole the same
 * list where none differs: what shows them is drawn anew only where something has changed.
 */
export function sameTags(before: Tag[], after: Tag[]): Tag[] {
  const known = new Map(before.map((tag) => [tag.id, tag]))
  const tags = after.map((tag) => {
    const old = known.get(tag.id)
    return old && isSame(old, tag) ? old : tag
  })
  return tags.length === before.length && tags.every((tag, index) => tag === before[index]) ? before : tags
}

/** Whether texts show both lists alike: the line of a tag goes by its place among those of its role. */
export function looksSame(one: readonly Tag[], other: readonly Tag[]): boolean {
  return (
    one === other ||
    (one.length === other.length &&
      one.every((tag, index) => {
        const twin = other[index]!
        return (
          tag === twin ||
          (tag.id === twin.id && tag.name === twin.name && tag.color === twin.color && tag.role === twin.role)
        )
      }))
  )
}

function isSame(one: Tag, other: Tag): boolean {
  return (Object.keys(other) as (keyof Tag)[]).every((key) => {
    const [a, b] = [one[key], other[key]]
    return a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b))
  })
}
