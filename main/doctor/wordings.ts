import type { OpenProject } from '../../db/open-project.ts'
import type { Argument } from '../argument/argument.ts'
import { inSlices } from '../slices.ts'

const piece = 2000
/** Passages that are looked at before it is asked whether to rest. */
const stride = 200

/** Passages with the same words, by a name of the words; only where their tags differ from place to place. */
export type SameWords = Map<string, number[]>

/**
 * Case and white space make no difference. Annotations of one place are seen together, whoever made them. Words are
 * compared by 53 bits of a hash: of a million different wordings two are alike once in some ten thousand projects.
 */
export async function sameWordsTaggedDifferently(
  { repositories }: OpenProject,
  argument: Argument,
): Promise<SameWords> {
  const slices = inSlices()
  const hashes = new Float64Array(argument.document.length)
  for (let after = 0; ; ) {
    const spans = repositories.wordings.piece(after, piece)
    for (const [at, [, annotation, quote]] of spans.entries()) {
      const before = hashes[annotation] ?? 0
      if (annotation < hashes.length) hashes[annotation] = hashOf(folded(quote), before)
      if (at % stride === 0) await slices.rest()
    }
    if (spans.length < piece) break
    after = spans.at(-1)![0]
  }

  const first = new Map<number, number>()
  const several = new Map<number, number[]>()
  for (let id = 1; id < hashes.length; id++) {
    const hash = hashes[id]!
    if (hash === 0) continue
    const known = first.get(hash)
    if (known === undefined) first.set(hash, id)
    else if (several.has(hash)) several.get(hash)!.push(id)
    else several.set(hash, [known, id])
    if (id % stride === 0) await slices.rest()
  }
  const differing: SameWords = new Map()
  for (const [hash, annotations] of several) {
    if (areTaggedDifferently([...annotations], argument)) differing.set(`w${hash.toString(36)}`, annotations)
    await slices.rest()
  }
  return differing
}

const folded = (quote: string) => quote.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()

/** Two mixed sums of 32 bits, of which 53 are kept; going on from an earlier part. */
function hashOf(words: string, before: number): number {
  let [one, other] = [0x9e3779b9 ^ (before >>> 0), 0x85ebca6b ^ Math.floor(before / 0x100000000)]
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at)
    one = Math.imul(one ^ unit, 0x9e3779b1)
    other = Math.imul(other ^ unit, 0x5f356495)
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35)
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35)
  return 0x100000000 * (other & 0x1fffff) + (one >>> 0) || 1
}

/** Passages that overlap stand in one place. */
function areTaggedDifferently(annotations: readonly number[], argument: Argument): boolean {
  const { document, start, end, tag } = argument
  const there = annotations
    .filter((id) => id < document.length && document[id] !== 0)
    .sort((a, b) => document[a]! - document[b]! || start[a]! - start[b]!)
  const places: Set<number>[] = []
  let [last, until] = [0, 0]
  for (const id of there) {
    if (document[id] !== last || start[id]! >= until) places.push(new Set())
    until = document[id] === last ? Math.max(until, end[id]!) : end[id]!
    last = document[id]!
    places.at(-1)!.add(tag[id]!)
  }
  const sets = new Set(places.map((own) => [...own].sort((a, b) => a - b).join(' ')))
  return sets.size > 1
}
