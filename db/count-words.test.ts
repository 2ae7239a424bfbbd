import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { countingWords, countWords } from './count-words.ts'
import { atOnce } from './pausing.ts'
import { codePoint } from './testing/code-point.ts'

test.each([
  ['', 0],
  ['— … “”', 0],
  ['The tram, at last, runs.', 5],
  ['don’t pay 1,000.50', 3],
  ['مرحبا بالعالم', 2],
  ['論点は反対する', 4],
])('it counts “%s” as the language divides it', (text, words) => expect(countWords(text)).toBe(words))

it('counts as Unicode’s rules do, whatever stands beside what', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const byRules = (text: string): number =>
    [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length
  const pieces = [
    ...' \n\t.,:;!?\'’"“—-_1٣aZéßд×÷論は💬\u0301\u200d\u00ad\r\u00a0กา',
    '  ',
    'tram',
    'трам',
    'ไทย',
  ]
  const text = fc.array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: codePoint })),
  )
  const isAsByRules = (parts: string[]): boolean => countWords(parts.join('')) === byRules(parts.join(''))
  fc.assert(fc.property(text, isAsByRules), { numRuns: 500 })
  const isSameInPieces = (parts: string[], most: number): boolean =>
    atOnce(countingWords(parts.join(''), most)) === countWords(parts.join(''))
  fc.assert(fc.property(text, fc.nat(9), isSameInPieces), { numRuns: 500 })
})

it('pauses while it counts a long text', () => {
  const text = '“é” rides\n'.repeat(100_000)
  expect([...countingWords(text)].length).toBeGreaterThan(40)
})
