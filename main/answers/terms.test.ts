import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folded, isNumber, plainNumber, termOf, wordPattern } from './terms.ts'

test('numbers are known by their value, however their thousands are parted', () => {
  for (const written of ['12500', '12,500', '12.500', '12\u00a0500', '12’500'])
    expect(plainNumber(written)).toBe('12500')
  expect(plainNumber('12,5')).toBe('12.5')
  expect(plainNumber('12.5')).toBe('12.5')
})

test('digits after letters belong to their word and are no number', () => {
  const words = 'The G7 met in 2021; l’A1, 12km and 3,5.'.match(wordPattern)!
  expect(words).toEqual(['The', 'G7', 'met', 'in', '2021', 'l', 'A1', '12', 'km', 'and', '3,5'])
  expect(words.filter(isNumber)).toEqual(['2021', '12', '3,5'])
  expect(termOf('g7')).toBe(termOf('G7'))
})

test('the number of a note behind a word is none of its letters', () => {
  expect(['tram12', 'Bus3', 'council3'].map(termOf)).toEqual(['tram', 'bus', 'counci'])
  expect(['G7', 'co2', 'COP26', 'PM10'].map(termOf)).toEqual(['g7', 'co2', 'cop26', 'pm10'])
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
