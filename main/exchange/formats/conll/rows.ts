import type { Span } from '../../../../preload/contract/text.ts'
import { segmentsOf } from '../uima-cas/segments.ts'
import { words } from './blanks.ts'

/** The words of a text and where its sentences begin, as numbers of words. */
export interface Words {
  /** Starts and ends, one after the other, in UTF-16 code units. */
  extents: Int32Array
  begins: ReadonlySet<number>
}

/** Words and sentences by the rules of Unicode for a language; a line end ends a sentence. */
export function wordsOf(text: string, language: string): Words {
  const { sentences, tokens } = segmentsOf(text, language)
  const extents: number[] = []
  const begins = new Set<number>()
  let sentence = 0
  for (let at = 0; at < tokens.length; at += 2) {
    const [start, end] = [tokens[at]!, tokens[at + 1]!]
    for (const { 0: found, index } of text.slice(start, end).matchAll(words)) {
      if (sentence < sentences.length && sentences[sentence]! <= start) {
        begins.add(extents.length / 2)
        while (sentence < sentences.length && sentences[sentence]! <= start) sentence += 2
      }
      extents.push(start + index, start + index + found.length)
    }
  }
  return { extents: Int32Array.from(extents), begins }
}

/** A stretch of words with a label; `last` is in it. */
export interface Stretch<T> {
  first: number
  last: number
  of: T
}

/** The words that a span has any part of; undefined for white space alone. */
export function stretchOf(
  { extents }: Words,
  { start, end }: Span,
): { first: number; last: number } | undefined {
  const first = firstWhere(extents.length / 2, (word) => extents[word * 2 + 1]! > start)
  const last = firstWhere(extents.length / 2, (word) => extents[word * 2]! >= end) - 1
  return first <= last ? { first, last } : undefined
}

/**
 * Those that can stand in one column: of stretches over one another the longest, of equally long ones the first, and
 * of those the first that is given. In the order of the text.
 */
export function chosen<T>(stretches: readonly Stretch<T>[], count: number): Stretch<T>[] {
  const taken = new Uint8Array(count)
  const byLength = stretches
    .map((stretch, order) => ({ stretch, order, length: stretch.last - stretch.first }))
    .sort((a, b) => b.length - a.length || a.stretch.first - b.stretch.first || a.order - b.order)
  const kept: Stretch<T>[] = []
  for (const { stretch } of byLength) {
    // What is there is at least as long: it covers one of the ends.
    if (taken[stretch.first] || taken[stretch.last]) continue
    taken.fill(1, stretch.first, stretch.last + 1)
    kept.push(stretch)
  }
  return kept.sort((a, b) => a.first - b.first)
}

/** A word and its label on each row, an empty one after each sentence; none where a stretch goes on. */
export function* rowsOf(
  text: string,
  { extents, begins }: Words,
  stretches: readonly Stretch<string>[],
): Generator<string> {
  let at = 0
  for (let word = 0; word * 2 < extents.length; word++) {
    while (at < stretches.length && stretches[at]!.last < word) at++
    const stretch = stretches[at]
    const isInside = stretch !== undefined && stretch.first < word
    if (word > 0 && begins.has(word) && !isInside) yield '\n'
    const label = stretch && stretch.first <= word ? `${isInside ? 'I' : 'B'}-${stretch.of}` : 'O'
    yield `${text.slice(extents[word * 2]!, extents[word * 2 + 1]!)}\t${label}\n`
  }
}

function firstWhere(count: number, isTrue: (index: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isTrue(middle)) high = middle
    else low = middle + 1
  }
  return low
}
