import { createHash } from 'node:crypto'
import type { OpenProject } from '../../db/open-project.ts'
import { inSlices } from '../answers/slices.ts'
import type { Argument } from '../argument/argument.ts'

const piece = 5000

/** Passages with the same words, by a name of the words; only where their tags differ from place to place. */
export type SameWords = Map<string, number[]>

/** Case and white space make no difference. Annotations of one place are seen together, whoever made them. */
export async function sameWordsTaggedDifferently(
  { repositories }: OpenProject,
  argument: Argument,
): Promise<SameWords> {
  const words = new Map<string, number[]>()
  const parts = new Map<number, string>()
  const slices = inSlices()
  for (let after = 0; ; ) {
    const spans = repositories.wordings.piece(after, piece)
    for (const [, annotation, quote] of spans) {
      const before = parts.get(annotation)
      parts.set(annotation, before === undefined ? quote : `${before} … ${quote}`)
    }
    if (spans.length < piece) break
    after = spans.at(-1)![0]
    await slices.rest()
  }
  let looked = 0
  for (const [annotation, quote] of parts) {
    const key = folded(quote)
    const known = words.get(key)
    if (known) known.push(annotation)
    else words.set(key, [annotation])
    looked += 1
    if (looked % 500 === 0) await slices.rest()
  }
  const differing: SameWords = new Map()
  for (const [key, annotations] of words) {
    if (annotations.length > 1 && areTaggedDifferently(annotations, argument))
      differing.set(
        `w${createHash('sha256').update(key).digest('hex').slice(0, 32)}`,
        annotations.sort((a, b) => a - b),
      )
  }
  return differing
}

const folded = (quote: string) => quote.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()

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
