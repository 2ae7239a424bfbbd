import type { Span } from '../../../../preload/contract/text.ts'

/** A token by the offsets of its text in UTF-16 code units; `isSpaced` where a single space follows that is in none. */
export interface Token extends Span {
  isSpaced: boolean
}

const piece = /[\p{L}\p{M}\p{N}_]+|\s+|[^\s\p{L}\p{M}\p{N}_]/gu

/**
 * The tokens of a text: words, single signs, and runs of white space that are more than the one space after a token.
 * Each of the spans begins and ends with a token. All tokens with their spaces are the text.
 */
export function tokensOf(text: string, spans: readonly Span[]): Token[] {
  const starts = new Set(spans.map(({ start }) => start))
  const ends = new Set(spans.map(({ end }) => end))
  const cuts = Int32Array.from(new Set([...starts, ...ends])).sort()
  const tokens: Token[] = []
  let cut = 0
  for (const { 0: words, index } of text.matchAll(piece)) {
    let start = index
    const last = index + words.length
    while (start < last) {
      while (cut < cuts.length && cuts[cut]! <= start) cut += 1
      const end = cut < cuts.length && cuts[cut]! < last ? cuts[cut]! : last
      const before = tokens.at(-1)
      const isSwallowed =
        text[start] === ' ' &&
        end === start + 1 &&
        before?.end === start &&
        !starts.has(start) &&
        !ends.has(end)
      if (isSwallowed) before.isSpaced = true
      else tokens.push({ start, end, isSpaced: false })
      start = end
    }
  }
  return tokens
}
