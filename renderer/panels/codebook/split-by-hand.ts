import type { AnnotationId, TagId } from '../../../preload/contract/ids.ts'

/** A tag that annotations are given by number: one to be made or one that is there. */
export type HandTarget = { name: string } | { tagId: TagId }

/** By annotation the number of its target, from 1; 0: it stays as it is. */
export type Given = ReadonlyMap<AnnotationId, number>

/** How many were given each number. */
export function countsOf(given: Given, targets: number): number[] {
  const counts = Array.from({ length: targets + 1 }, () => 0)
  for (const number of given.values()) counts[number] = (counts[number] ?? 0) + 1
  return counts
}

/** The parts of the split; what stays, what has not been looked at and nameless tags are in none. */
export function handParts(
  given: Given,
  targets: readonly HandTarget[],
): { ids: AnnotationId[]; to: HandTarget }[] {
  return targets
    .map((to, index) => ({
      ids: [...given].filter(([, number]) => number === index + 1).map(([id]) => id),
      to,
    }))
    .filter(({ ids, to }) => ids.length > 0 && (!('name' in to) || to.name.trim() !== ''))
}

/** The next one; the last stays. */
export const goOn = (at: number, length: number): number => Math.min(length - 1, at + 1)
