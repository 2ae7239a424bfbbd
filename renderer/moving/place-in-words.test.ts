import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePoint } from '../../db/testing/code-point.ts'
import { type Placed, placeFrom, placeInWords } from './place-in-words.ts'

const text: Placed = {
  text: 'Title\nOne 😀 two\nThree',
  blocks: [
    { kind: 'heading', level: 1, start: 0, end: 5 },
    { kind: 'paragraph', start: 6, end: 16 },
    { kind: 'paragraph', start: 17, end: 22 },
  ],
  marks: [],
  breaks: [
    { kind: 'page', at: 6 },
    { kind: 'page', at: 17 },
  ],
} as Placed

describe('a place', () => {
  it.each([
    ['2', 6],
    ['line 3', 17],
    [' L3 ', 17],
    ['p 2', 6],
    ['Page 3', 17],
    ['page 1', 0],
    ['paragraph 1', 6],
    ['¶2', 17],
    ['0%', 0],
    ['50 %', 10],
    ['100 percent', 22],
    ['@11', 10],
    ['offset 12', 12],
    ['code point 11', 12],
    ['cp 21', 22],
    ['cp 0', 0],
  ])('“%s” is at %i', (words, offset) => {
    expect(placeFrom(words, text)).toEqual({ offset })
  })

  it.each([
    ['4', 'This text has 3 lines.'],
    ['0', 'This text has 3 lines.'],
    ['page 4', 'This text has 3 pages.'],
    ['paragraph 3', 'This text has 2 paragraphs.'],
    ['101 %', 'A text ends at 100 %.'],
    ['offset 23', 'This text is 22 UTF-16 code units long.'],
    ['cp 22', 'This text is 21 code points long.'],
    ['there', 'Write a number, “page 3”, “paragraph 4”, “50 %”, “offset 1200” or “code point 1200”.'],
  ])('“%s” is nowhere: %s', (words, problem) => {
    expect(placeFrom(words, text)).toEqual({ problem })
  })

  it('is nowhere by page where a text has none, and nothing where nothing is asked', () => {
    expect(placeFrom('p 1', { ...text, breaks: [] })).toEqual({ problem: 'This text has no pages.' })
    expect(placeFrom('  ', text)).toBeNull()
  })

  it('by code point is where that many characters of the text end', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), fc.nat(20), (words, points) => {
        const all = Array.from(words)
        const asked = placeFrom(`cp ${points}`, { text: words, blocks: [], breaks: [] })
        if (points > all.length) expect(asked).toHaveProperty('problem')
        else expect(asked).toEqual({ offset: all.slice(0, points).join('').length })
      }),
    )
  })

  it('is named by line, page, share and offset', () => {
    expect(placeInWords(text, 17)).toBe('Line 3 of 3, page 3 of 3, 77 %, offset 17')
    expect(placeInWords({ ...text, breaks: [] }, 0)).toBe('Line 1 of 3, 0 %, offset 0')
  })
})
