import { Failure } from '../preload/contract/failure.ts'
import type { Span } from '../preload/contract/text.ts'

/** A span with its words and what stands around them, so that it can be found again in a changed text. */
export interface Anchor extends Span {
  quote: string
  prefix: string
  suffix: string
}

/** Code units kept on either side. */
const contextLength = 32

/**
 * The anchors of an annotation’s spans. Fails with `bad-span` where one leaves the text, splits a character that
 * takes two code units, or does not come after the one before it with a gap between.
 */
export function anchorsOf(text: string, spans: readonly Span[]): Anchor[] {
  if (spans.length === 0) throw new Failure('bad-span', 'An annotation needs at least one span of text.')
  return spans.map(({ start, end }, position) => {
    const problem = problemOf(text, { start, end }, spans[position - 1])
    if (problem !== undefined) throw new Failure('bad-span', problem)
    return {
      start,
      end,
      quote: text.slice(start, end),
      prefix: text.slice(wholeCharacter(text, Math.max(0, start - contextLength), 1), start),
      suffix: text.slice(end, wholeCharacter(text, Math.min(text.length, end + contextLength), -1)),
    }
  })
}

/** Why a span cannot stand in a text after the span before it, in a sentence; undefined when it can. */
export function problemOf(text: string, { start, end }: Span, before: Span | undefined): string | undefined {
  const named = `The span ${start}–${end}`
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length) {
    return `${named} leaves the text, which is ${text.length} code units long.`
  }
  if (start >= end) return `${named} covers no text.`
  if (splitsCharacter(text, start) || splitsCharacter(text, end)) return `${named} splits a character in two.`
  if (before !== undefined && before.end >= start) {
    return `${named} overlaps or touches the one before it; spans of one annotation stand apart and in order.`
  }
  return undefined
}

/** Whether an offset stands between the two halves of a surrogate pair. */
export function splitsCharacter(text: string, offset: number): boolean {
  return isLowSurrogate(text.charCodeAt(offset)) && isHighSurrogate(text.charCodeAt(offset - 1))
}

const wholeCharacter = (text: string, offset: number, direction: 1 | -1) =>
  splitsCharacter(text, offset) ? offset + direction : offset

// Both are false for the NaN that charCodeAt gives beyond the ends.
const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
