import type { BroughtIn, Found, Taking } from '../../../preload/contract/annotation-import.ts'
import type { ImportReport } from '../../../preload/contract/document.ts'
import { countOf } from '../counting.ts'
import { bringsNothing, type Choices } from './choices.ts'

/** No list that is longer than this is read to its end. */
export const mostListed = 200

/** Files that are read as one: the one that stands for them, and further ones of its folder. */
export interface AnnotationSet {
  path: string
  format: string
  together: readonly string[]
}

/** One of several sets that were dropped together, what is in it, and what is to become of it. */
export interface PlannedSet extends AnnotationSet {
  found: Found
  isIncluded: boolean
  /** What a person has chosen for this one alone. */
  own: { choices: Choices; taking: Taking } | null
}

/** What became of one of them. */
export interface BroughtSet extends Pick<Found, 'name' | 'format'> {
  report: BroughtIn
}

/** One that could not be read or brought in, and why in a sentence. */
export interface RefusedSet {
  path: string
  problem: string
}

/** All that became of what was chosen together: files, and sets of annotations where there were several. */
export interface LastImport extends ImportReport {
  sets?: readonly BroughtSet[]
}

export const planned = (set: AnnotationSet, found: Found): PlannedSet => ({
  ...set,
  found,
  isIncluded: !isIdle(found) && concernOf(found) === '',
  own: null,
})

/** A project that becomes the whole of this one does so only while nobody has worked in it. */
export const inOrder = (sets: readonly PlannedSet[]): PlannedSet[] =>
  sets.toSorted((one, other) => Number(other.found.isWhole) - Number(one.found.isWhole))

/** Whether nothing would be in the project that is not there already. */
export function isIdle(found: Found): boolean {
  const { counts, comparison, documents } = found
  if (bringsNothing(found)) return true
  if (comparison) return Object.values(comparison.counts).every((count) => count === 0)
  const { documents: _, ...work } = counts
  return !found.isWhole && documents.new === 0 && Object.values(work).every((count) => count === 0)
}

/** Why a person should look at it before it comes in: something would be there twice or changed; '' for no reason. */
export function concernOf({ thereAlready, comparison }: Found): string {
  const { changed = 0, missing = 0 } = comparison?.counts ?? {}
  const said = [
    thereAlready > 0 && `${countOf(thereAlready, 'annotation')} would be there twice`,
    changed > 0 && `${changed.toLocaleString('en')} changed since it left this project`,
    missing > 0 && `${missing.toLocaleString('en')} missing that ${missing === 1 ? 'is' : 'are'} here`,
  ]
  return said.filter(Boolean).join('; ')
}

/** Whether it holds what a person was not told of when it was read before others came in. */
export const isOtherwise = (before: Found, now: Found): boolean =>
  concernOf(now) !== '' && concernOf(now) !== concernOf(before)

/** How many things a person may want to look at, and how many stay out, in words; '' for none. */
export function remarksOn({ doubts, moreDoubts = 0, leftOut, unread, documents }: Found): string {
  const places = doubts.length + moreDoubts
  const lost = leftOut.reduce((sum, { count }) => sum + count, 0)
  const said = [
    documents.missing > 0 && `${countOf(documents.missing, 'text')} not here`,
    unread.refused.length > 0 && `${countOf(unread.refused.length, 'file')} cannot be read`,
    places > 0 && `${countOf(places, 'place')} to check`,
    lost > 0 && `${lost.toLocaleString('en')} left out`,
  ]
  return said.filter(Boolean).join('; ')
}

/** What is in all of them together, by kind. */
export function sumOf(sets: readonly Pick<PlannedSet, 'found'>[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const { found } of sets)
    for (const [what, count] of Object.entries(found.counts)) sum[what] = (sum[what] ?? 0) + count
  return sum
}
