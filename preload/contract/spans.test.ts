import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitSpans, subtractSpan, uniteSpans } from './spans.ts'
import type { Span } from './text.ts'

const text = 'One two.  Three four.\n\nFive six.'
const span = (words: string): Span => {
  const start = text.indexOf(words)
  return { start, end: start + words.length }
}
const wordsOf = (spans: readonly Span[]) => spans.map(({ start, end }) => text.slice(start, end))

describe('uniteSpans', () => {
  it('joins what overlaps, touches or has only white space between, over paragraphs too', () => {
    expect(wordsOf(uniteSpans(text, [span('Three'), span('One two.')]))).toEqual(['One two.  Three'])
    expect(wordsOf(uniteSpans(text, [span('four.'), span('Five')]))).toEqual(['four.\n\nFive'])
    expect(wordsOf(uniteSpans(text, [span('Three four'), span('four.')]))).toEqual(['Three four.'])
  })

  it('keeps apart what has words between', () => {
    expect(wordsOf(uniteSpans(text, [span('four'), span('One')]))).toEqual(['One', 'four'])
  })
})

describe('subtractSpan', () => {
  it('leaves the words on both sides, without the space beside the cut', () => {
    expect(wordsOf(subtractSpan(text, [span('Three four.'), span('six')], span('four')))).toEqual([
      'Three',
      '.',
      'six',
    ])
  })

  it('leaves nothing of what is covered', () => {
    expect(subtractSpan(text, [span('four')], span('Three four.'))).toEqual([])
  })
})

describe('splitSpans', () => {
  it('cuts within a part and between parts', () => {
    const spans = [span('One two.'), span('Three four.')]
    expect(splitSpans(text, spans, [span('two').start]).map(wordsOf)).toEqual([
      ['One'],
      ['two.', 'Three four.'],
    ])
    expect(splitSpans(text, spans, [span('Three').start]).map(wordsOf)).toEqual([
      ['One two.'],
      ['Three four.'],
    ])
  })

  it('makes no part of an offset outside', () => {
    expect(splitSpans(text, [span('Three')], [0, span('Five').start])).toEqual([[span('Three')]])
  })

  it('loses and adds nothing but white space, and uniting gives back what was split', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n'), minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(words, fc.array(fc.nat(40), { maxLength: 6 }), fc.array(fc.nat(40)), (text, ends, at) => {
        const spans = uniteSpans(text, spansFrom(text, ends))
        const parts = splitSpans(text, spans, at)
        const flat = parts.flat()
        expect(flat.every(({ start, end }, i) => start < end && (flat[i - 1]?.end ?? -1) <= start)).toBe(true)
        const letters = (of: readonly Span[]) => of.map((one) => text.slice(one.start, one.end)).join('')
        expect(letters(flat).replace(/\s/g, '')).toBe(letters(spans).replace(/\s/g, ''))
        expect(uniteSpans(text, flat)).toEqual(uniteSpans(text, spans))
      }),
    )
  })
})

function spansFrom(text: string, ends: readonly number[]): Span[] {
  const places = ends.map((end) => end % (text.length + 1)).sort((a, b) => a - b)
  return places.flatMap((start, i) => {
    const end = places[i + 1]
    const isWords = i % 2 === 0 && end !== undefined && text.slice(start, end).trim() !== ''
    // Begins and ends on words, as people's passages do.
    const lead = isWords ? text.slice(start, end).search(/\S/) : 0
    return isWords ? [{ start: start + lead, end: start + text.slice(start, end).trimEnd().length }] : []
  })
}
