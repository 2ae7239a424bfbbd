import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, plainNumber, termOf } from './terms.ts'

test('numbers are known by their value, however their thousands are parted', () => {
  for (const written of ['12500', '12,500', '12.500', '12\u00a0500', '12’500'])
    expect(plainNumber(written)).toBe('12500')
  expect(plainNumber('12,5')).toBe('12.5')
  expect(plainNumber('12.5')).toBe('12.5')
})

test('forms of a word meet', () => {
  expect(termOf('Gartens')).toBe(termOf('Garten'))
  expect(termOf('заявление')).toBe(termOf('Заявления'))
  expect(termOf('démentie')).toBe(termOf('dementi'))
})

test('a word is the same however it is capitalised', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zà-ÿа-яїєі]{1,12}$/u), (word) => {
      expect(folded(word.toUpperCase())).toBe(folded(folded(word).toUpperCase()))
    }),
  )
})
