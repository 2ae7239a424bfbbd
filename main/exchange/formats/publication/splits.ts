import { createHash } from 'node:crypto'
import { byCodePoint } from '../../dataset-order.ts'
import { type SplitName, splitNames } from './columns.ts'

/** Things that belong together, by the id of one of them that names the group. */
export interface Group {
  name: string
  documents: number
  /** Annotations and links. */
  work: number
  /** Claims with what is said against them. */
  pairs: number
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
 * a small set does not come out as one split. Groups with pairs of claims are dealt out before all others, and in the
 * same way, so that each split has some: there are few, and they are what a program is to learn from and be judged by.
 * Documents weigh as much in all as the work in them. The seed decides among groups of the same size, by a hash of it
 * with the group’s name, so that the order in which things come does not count.
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
      hasPairs: hasPairs(group),
      weight: weightOf(group),
      chance: chanceOf(seed, group.name),
    }))
    .sort(bySize)
  const inTurn = [...ordered.filter((one) => one.hasPairs), ...ordered.filter((one) => !one.hasPairs)]

  const held = { train: 0, dev: 0, test: 0 }
  const splitOf = new Map<string, SplitName>()
  const lacks = (split: SplitName): number => shares[split] * total - 100 * held[split]
  const fullness = (split: SplitName): number => held[split] / shares[split]
  const wanted = splitNames.filter((split) => shares[split] > 0)
  const toDocuments = new Filling(wanted, groups.filter(hasDocuments).length)
  const toPairs = new Filling(wanted, groups.filter(hasPairs).length)
  for (const { name, documents, hasPairs, weight } of inTurn) {
    const toBeFilled = documents > 0 ? toDocuments.open(wanted) : wanted
    const open = hasPairs ? toPairs.open(toBeFilled) : toBeFilled
    const fitting = open.filter((split) => lacks(split) >= 100 * weight)
    const split =
      fitting.length > 0
        ? fitting.reduce((least, one) => (fullness(one) < fullness(least) ? one : least))
        : open.reduce((most, one) => (lacks(one) > lacks(most) ? one : most))
    held[split] += weight
    splitOf.set(name, split)
    if (documents > 0) toDocuments.put(split)
    if (hasPairs) toPairs.put(split)
  }
  if (total === 0) return { splitOf, notes: [] }
  const dealt = { splitOf, wanted, groups }
  return {
    splitOf,
    notes: [
      ...notesOn(held, shares, total, ordered[0]!, groups),
      // A split of documents alone can be as large as it was asked to be, and yet nothing can be tested with it.
      ...notesOnLack(
        dealt,
        hasDocuments,
        hasWork,
        (splits, parts) => `Nothing in ${splits} is annotated: all annotations stand in ${parts}.`,
      ),
      // Where nothing is annotated that is said already.
      ...notesOnLack(
        dealt,
        hasWork,
        hasPairs,
        (splits, parts) => `There are no claim pairs in ${splits}: all of them stand in ${parts}.`,
      ),
    ],
  }
}

const hasDocuments: Kind = ({ documents }) => documents > 0
const hasWork: Kind = ({ work }) => work > 0
/** Pairs of claims that no passage states are in no text, so that a program could not find them. */
const hasPairs: Kind = ({ documents, pairs }) => documents > 0 && pairs > 0

interface Sized {
  name: string
  weight: number
  chance: string
}

const bySize = (a: Sized, b: Sized): number =>
  b.weight - a.weight || byCodePoint(a.chance, b.chance) || byCodePoint(a.name, b.name)

/** Sees to it that no split stays without a kind of group while there are enough of them. */
class Filling {
  readonly #empty: Set<SplitName>
  readonly #isEnough: boolean
  #left: number

  constructor(wanted: readonly SplitName[], groups: number) {
    this.#empty = new Set(wanted)
    this.#left = groups
    this.#isEnough = groups >= wanted.length
  }

  /** Of these splits the ones that the next such group may go to. */
  open(splits: SplitName[]): SplitName[] {
    if (!this.#isEnough || this.#left > this.#empty.size) return splits
    const empty = splits.filter((split) => this.#empty.has(split))
    return empty.length > 0 ? empty : splits
  }

  put(split: SplitName): void {
    this.#empty.delete(split)
    this.#left -= 1
  }
}

type Kind = (group: Group) => boolean

/** A sentence where splits have groups of one kind and none of another, though there are such. */
function notesOnLack(
  { splitOf, wanted, groups }: { splitOf: Splits['splitOf']; wanted: SplitName[]; groups: readonly Group[] },
  having: Kind,
  lacking: Kind,
  inWords: (splits: string, parts: string) => string,
): string[] {
  const there = groups.filter(lacking)
  if (there.length === 0) return []
  const holding = (some: readonly Group[]) => new Set(some.map(({ name }) => splitOf.get(name)))
  const [filled, served] = [holding(groups.filter(having)), holding(there)]
  const without = wanted.filter((split) => filled.has(split) && !served.has(split))
  if (without.length === 0) return []
  const parts = there.length === 1 ? 'one group' : `${there.length} groups`
  return [inWords(without.join(' and '), `${parts} of documents that belong together`)]
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
  const parts = groups.filter(hasDocuments).length
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
