import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wrapped } from './wrap.ts'

const measure = (words: string) => words.length

test('lines break between words, and what finds no room is told by a sign', () => {
  expect(wrapped('The tram pays for itself.', 10, 9, measure)).toEqual(['The tram', 'pays for', 'itself.'])
  expect(wrapped('The tram pays for itself.', 10, 2, measure)).toEqual(['The tram', 'pays for…'])
  expect(wrapped('Donaudampfschifffahrt', 8, 9, measure)).toEqual(['Donaudam', 'pfschiff', 'fahrt'])
  expect(wrapped('', 8, 9, measure)).toEqual([])
})

test('no line is wider than the room, and without a limit no letter is lost', () => {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const graphemes = (words: string) => [...segmenter.segment(words)].length
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 30 }), (text, width) => {
      const lines = wrapped(text, width, 1000, graphemes)
      for (const line of lines) expect(graphemes(line)).toBeLessThanOrEqual(width)
      expect(lines.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
    }),
  )
})

test('of a long passage no more is measured than is shown', () => {
  let measured = 0
  const counting = (words: string) => {
    measured += 1
    return words.length
  }
  wrapped('all that was said of it '.repeat(5000), 30, 7, counting)
  expect(measured).toBeLessThan(500)
})
