import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'

/** About three rows of buttons in a wide window. */
const mostAtHand = 24

type Ranked = Pick<Tag, 'id' | 'key' | 'uses'>

/**
 * The tags that are a press away: all where they are few; else those with a key, the one given last and those used
 * most. Those with a key come first, so that they are in sight; else the order is that of the codebook, so that a tag
 * keeps its place.
 */
export function tagsAtHand<T extends Ranked>(
  tags: readonly T[],
  lastTag: TagId | null,
  most = mostAtHand,
): readonly T[] {
  if (tags.length <= most) return tags
  const rank = ({ id, key }: Ranked) => (key !== '' ? 0 : id === lastTag ? 1 : 2)
  const first = [...tags].sort((a, b) => rank(a) - rank(b) || b.uses - a.uses).slice(0, most)
  const chosen = new Set(first.map(({ id }) => id))
  return tags.filter(({ id }) => chosen.has(id)).sort((a, b) => Number(a.key === '') - Number(b.key === ''))
}
