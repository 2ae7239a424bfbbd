import { expect, test } from 'vitest'
import { countWords } from './count-words.ts'

test.each([
  ['', 0],
  ['— … “”', 0],
  ['The tram, at last, runs.', 5],
  ['don’t pay 1,000.50', 3],
  ['مرحبا بالعالم', 2],
  ['論点は反対する', 4],
])('it counts “%s” as the language divides it', (text, words) => expect(countWords(text)).toBe(words))
