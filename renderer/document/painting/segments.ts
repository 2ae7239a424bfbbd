import { joinedSentences } from '../../../preload/contract/sentence-joints.ts'
import type { Span } from '../../../preload/contract/text.ts'

// Between two of these there is always a boundary.
const plain = /[\n\u0020-\u007e]/
const longestCluster = 256

export interface Segmenters {
  /** The nearest boundary of a grapheme cluster at or before `offset`; `side` 1: at or after it. */
  wholeCharacter(offset: number, side: -1 | 1): number
  /** Words, or what a language has in their place, without the space and signs between them. In a stretch of text. */
  words(stretch: Span): Span[]
  /** Without the space around them. `overLines`: line ends are white space, not the end of a sentence. */
  sentences(stretch: Span, overLines: boolean): Span[]
}

/**
 * Finds characters as readers see them, words and sentences in `text` by the rules of Unicode (UAX 29) for
 * `language`, a BCP 47 tag; an unknown or empty one is passed over. What was found last is kept, since keys and
 * pointers ask for the same block again and again.
 */
export function segmentersFor(text: string, language: string): Segmenters {
  const locale = knownLocale(language)
  const graphemes = new Intl.Segmenter(locale, { granularity: 'grapheme' })
  const words = new Intl.Segmenter(locale, { granularity: 'word' })
  const sentences = new Intl.Segmenter(locale, { granularity: 'sentence' })

  return {
    wholeCharacter(offset, side) {
      if (offset <= 0 || offset >= text.length) return Math.max(0, Math.min(offset, text.length))
      if (isPlain(text, offset - 1) && isPlain(text, offset)) return offset
      const from = startBefore(text, offset)
      const cluster = graphemes.segment(text.slice(from, offset + longestCluster)).containing(offset - from)!
      const start = from + cluster.index
      if (start === offset) return offset
      return side < 0 ? start : start + cluster.segment.length
    },

    words: remembering((stretch) => {
      const found: Span[] = []
      for (const { segment, index, isWordLike } of words.segment(text.slice(stretch.start, stretch.end))) {
        const start = stretch.start + index
        if (isWordLike) found.push({ start, end: start + segment.length })
      }
      return found
    }),

    sentences: remembering((stretch, overLines) => {
      const found: Span[] = []
      const words = text.slice(stretch.start, stretch.end)
      const read = overLines ? words.replaceAll('\n', ' ') : words
      for (const { start, end } of joinedSentences(read, sentences, locale ?? '')) {
        const span = trimmed(text, { start: stretch.start + start, end: stretch.start + end })
        if (span) found.push(span)
      }
      return found
    }),
  }
}

/** Without white space at its ends; null when nothing is left. */
export function trimmed(text: string, { start, end }: { start: number; end: number }): Span | null {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return from < to ? { start: from, end: to } : null
}

function isSpace(text: string, at: number): boolean {
  return /\s/u.test(text[at]!)
}

function isPlain(text: string, at: number): boolean {
  return plain.test(text[at]!)
}

function startBefore(text: string, offset: number): number {
  const least = Math.max(0, offset - longestCluster)
  for (let at = offset - 1; at > least; at--) if (isPlain(text, at) && isPlain(text, at - 1)) return at
  return least
}

function knownLocale(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0]
  } catch {
    return undefined
  }
}

function remembering<More extends unknown[]>(find: (stretch: Span, ...more: More) => Span[]): typeof find {
  let last: Span | undefined
  let found: Span[] = []
  return (stretch, ...more) => {
    if (last?.start !== stretch.start || last.end !== stretch.end) {
      found = find(stretch, ...more)
      last = stretch
    }
    return found
  }
}
