import { expect, test } from 'vitest'
import { usualReading } from '../../preload/contract/preferences.ts'
import { characterWidth, readingStyle } from './reading-style.ts'

test('it takes the width of a character between sizes in proportion, and beyond them as at the last', () => {
  expect(characterWidth('serif', 12)).toBe(0.472)
  expect(characterWidth('serif', 16)).toBeCloseTo(0.454, 3)
  expect(characterWidth('serif', 40)).toBe(0.417)
  expect(characterWidth('sans', 33)).toBe(0.467)
})

test('it says only what is chosen, and the measure as a width', () => {
  expect(readingStyle({ leading: 2 })).toEqual({ '--reading-leading': '2' })
  expect(readingStyle({ paragraphGap: 0, justified: true })).toEqual({
    '--reading-gap': '0',
    '--reading-align': 'justify',
  })
  expect(readingStyle(usualReading)).toMatchObject({
    '--reading-measure': '549px',
    '--reading-characters': '66',
    '--reading-hyphens': 'manual',
  })
})
