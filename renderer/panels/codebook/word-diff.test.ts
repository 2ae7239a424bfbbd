import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DiffPart, wordDiff } from './word-diff.ts'

const side = (parts: DiffPart[], other: DiffPart['kind']) =>
  parts
    .filter(({ kind }) => kind !== other)
    .map(({ words }) => words)
    .join('')

test('words that stayed stand between those that went and those that came', () => {
  expect(wordDiff('Something is asserted here', 'Something that is asserted')).toEqual([
    { kind: 'same', words: 'Something ' },
    { kind: 'new', words: 'that ' },
    { kind: 'same', words: 'is asserted' },
    { kind: 'gone', words: ' here' },
  ])
  expect(wordDiff('', 'new')).toEqual([{ kind: 'new', words: 'new' }])
  expect(wordDiff('so', 'so')).toEqual([{ kind: 'same', words: 'so' }])
})

test('both wordings can be read from it, whatever they are', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd ', ' ', '\n', 'é😀'), { maxLength: 25 })
    .map((some) => some.join(' '))
  fc.assert(
    fc.property(words, words, (before, after) => {
      const parts = wordDiff(before, after)
      expect(side(parts, 'new')).toBe(before)
      expect(side(parts, 'gone')).toBe(after)
    }),
  )
})

test('long wordings are shown whole, without long work', () => {
  const long = (word: string) => `${word} `.repeat(3000)
  expect(wordDiff(long('a'), long('b')).map(({ kind }) => kind)).toEqual(['gone', 'new'])
})
