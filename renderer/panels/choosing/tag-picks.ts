import type { TagId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'

/**
 * The tags that fit what was typed, the likeliest first: the one whose key it is, then names that begin with it, names
 * that hold each word, and last definitions that do. Without case and accents.
 */
export function fittingTags(tags: readonly Tag[], typed: string): Tag[] {
  const words = fold(typed)
  if (words === '') return [...tags]
  const ranked = tags.map((tag) => ({ tag, rank: rankOf(tag, words) }))
  return ranked
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => a.rank! - b.rank!)
    .map(({ tag }) => tag)
}

/** The names of the tags that a tag stands below, the topmost first: “Claim › Forecast”; '' for one at the top. */
export function placeInTree(tags: ReadonlyMap<TagId, Tag>, tag: Tag): string {
  const names: string[] = []
  for (let above = parentOf(tags, tag); above; above = parentOf(tags, above)) names.unshift(above.name)
  return names.join(' › ')
}

const parentOf = (tags: ReadonlyMap<TagId, Tag>, { parentId }: Tag): Tag | undefined =>
  parentId === null ? undefined : tags.get(parentId)

/** Whether a tag has exactly this name, whatever its case. */
export function isNameOf(tags: readonly Tag[], typed: string): boolean {
  return tags.some(({ name }) => name.toLowerCase() === typed.trim().toLowerCase())
}

function rankOf({ name, key, definition }: Tag, words: string): number | null {
  const own = fold(name)
  if (key !== '' && fold(key) === words) return 0
  if (own.startsWith(words)) return 1
  const each = words.split(/\s+/)
  if (each.every((word) => own.includes(word))) return 2
  const more = `${own} ${fold(definition)}`
  return each.every((word) => more.includes(word)) ? 3 : null
}

const fold = (words: string) => words.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
