import { createHash } from 'node:crypto'
import { byCodePoint } from '../../dataset-order.ts'
import { type SplitName, splitNames } from './columns.ts'

/** Things that belong together, by the id of one of them that names the group. */
export interface Group {
  name: string
  documents: number
  /** Annotations and links. */
  work: number
}

export interface Splits {
  splitOf: ReadonlyMap<string, SplitName>
  /** Sentences for the card and for the person: where a split is not as large as it was asked to be, and why. */
  notes: string[]
}

/** Percent of the documents, and of the work in them. */
export type Shares = Readonly<Record<SplitName, number>>

/** A split may be so many percentage points off before it is said. */
const tolerated = 5

/**
 * Gives each group to one split, so that nothing that belongs together is parted: the largest first, each to the split
 * that is least full of those it fits into, so that each gets large and small ones; one that fits into none to the split that
 * lacks most. As soon as there are only as many groups of documents left as splits that hold none, each gets one, so that
 * a small set does not come out as one split. Documents weigh as much in all as the work in them. The seed decides among groups of the same size, by a hash
 * of it with the group’s name, so that the order in which things come does not count.
 */
export function splitGroups(groups: readonly Group[], shares: Shares, seed: number): Splits {
  const documents = groups.reduce((sum, group) => sum + group.documents, 0)
  const work = groups.reduce((sum, group) => sum + group.work, 0)
  // Whole numbers, so that no rounding decides.
  const weightOf = (group: Group): number =>
    group.documents * Math.max(1, work) + group.work * Math.max(1, documents)
  const total = groups.reduce((sum, group) => sum + weightOf(group), 0)
  const ordered = groups
    .map((group) => ({
      name: group.name,
      documents: group.documents,
      weight: weightOf(group),
      chance: chanceOf(seed, group.name),
    }))
    .sort((a, b) => b.weight - a.weight || byCodePoint(a.chance, b.chance) || byCodePoint(a.name, b.name))

  const held = { train: 0, dev: 0, test: 0 }
  const splitOf = new Map<string, SplitName>()
  const lacks = (split: SplitName): number => shares[split] * total - 100 * held[split]
  const fullness = (split: SplitName): number => held[split] / shares[split]
  const wanted = splitNames.filter((split) => shares[split] > 0)
  const empty = new Set(wanted)
  let left = groups.filter((group) => group.documents > 0).length
  const isEnough = left >= wanted.length
  for (const { name, documents, weight } of ordered) {
    const mustFill = isEnough && documents > 0 && left <= empty.size
    const open = mustFill ? wanted.filter((split) => empty.has(split)) : wanted
    const fitting = open.filter((split) => lacks(split) >= 100 * weight)
    const split =
      fitting.length > 0
        ? fitting.reduce((least, one) => (fullness(one) < fullness(least) ? one : least))
        : open.reduce((most, one) => (lacks(one) > lacks(most) ? one : most))
    held[split] += weight
    splitOf.set(name, split)
    if (documents > 0) {
      empty.delete(split)
      left -= 1
    }
  }
  if (total === 0) return { splitOf, notes: [] }
  return {
    splitOf,
    notes: [...notesOn(held, shares, total, ordered[0]!, groups), ...notesOnWork(splitOf, wanted, groups)],
  }
}

/** A split of documents alone can be as large as it was asked to be, and yet nothing can be tested with it. */
function notesOnWork(
  splitOf: ReadonlyMap<string, SplitName>,
  wanted: readonly SplitName[],
  groups: readonly Group[],
): string[] {
  const annotated = groups.filter(({ work }) => work > 0)
  if (annotated.length === 0) return []
  const holding = (some: readonly Group[]) => new Set(some.map(({ name }) => splitOf.get(name)))
  const [filled, worked] = [holding(groups.filter(({ documents }) => documents > 0)), holding(annotated)]
  const without = wanted.filter((split) => filled.has(split) && !worked.has(split))
  if (without.length === 0) return []
  const parts = annotated.length === 1 ? 'one group' : `${annotated.length} groups`
  return [
    `Nothing in ${without.join(' and ')} is annotated: all annotations stand in ${parts} of documents that belong together.`,
  ]
}

const chanceOf = (seed: number, name: string): string =>
  createHash('sha256').update(`${seed}\n${name}`).digest('hex')

function notesOn(
  held: Record<SplitName, number>,
  shares: Shares,
  total: number,
  largest: { documents: number; weight: number },
  groups: readonly Group[],
): string[] {
  const percent = (weight: number): number => Math.round((100 * weight) / total)
  const off = splitNames.filter((split) => Math.abs((100 * held[split]) / total - shares[split]) > tolerated)
  if (off.length === 0) return []
  const sizes = splitNames.map((split) => `${split} ${percent(held[split])} %`).join(', ')
  const asked = splitNames.map((split) => `${shares[split]}`).join('/')
  const parts = groups.filter((group) => group.documents > 0).length
  const isLarge =
    (100 * largest.weight) / total >
    Math.min(...splitNames.map((split) => shares[split]).filter((share) => share > 0))
  const why =
    isLarge && largest.documents > 1
      ? `the largest group of documents that belong together is ${percent(largest.weight)} % of all and is not parted`
      : isLarge && largest.documents === 1
        ? `one document with its annotations is ${percent(largest.weight)} % of all`
        : `there ${parts === 1 ? 'is only 1 group' : `are only ${parts} groups`} of documents to deal out`
  return [`The splits are ${sizes} instead of ${asked}: ${why}.`]
}
