import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorsOf, splitsCharacter } from './anchors.ts'

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 })

test('every span keeps its words and at most 32 whole code units on either side', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % text.length, (b % text.length) + 1]
      fc.pre(start < end && !splitsCharacter(text, start) && !splitsCharacter(text, end))
      const [anchor] = anchorsOf(text, [{ start, end }])
      expect(text).toContain(anchor!.prefix + anchor!.quote + anchor!.suffix)
      expect(anchor!.quote).toBe(text.slice(start, end))
      expect(Math.min(32, start) - anchor!.prefix.length).toBeOneOf([0, 1])
      expect(Math.min(32, text.length - end) - anchor!.suffix.length).toBeOneOf([0, 1])
      for (const words of Object.values(anchor!))
        if (typeof words === 'string') expect(words.isWellFormed()).toBe(true)
    }),
  )
})

test.each([
  ['leaves the text', [{ start: 2, end: 9 }]],
  ['leaves the text', [{ start: -1, end: 2 }]],
  ['covers no text', [{ start: 2, end: 2 }]],
  ['splits a character', [{ start: 0, end: 3 }]],
  ['splits a character', [{ start: 3, end: 5 }]],
  [
    'overlaps or touches',
    [
      { start: 0, end: 2 },
      { start: 2, end: 4 },
    ],
  ],
  [
    'overlaps or touches',
    [
      { start: 4, end: 5 },
      { start: 0, end: 2 },
    ],
  ],
  ['at least one span', []],
])('it refuses what %s: %j', (reason, spans) => {
  expect(() => anchorsOf('ab😀cd', spans)).toThrow(
    expect.objectContaining({ code: 'bad-span', message: expect.stringContaining(reason) }),
  )
})
