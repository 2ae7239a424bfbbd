import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textKey } from './same-text.ts'

const letter = fc.constantFrom(
  ...' \n.“aAéΣσ\u0301\u0345ﬁ①한ㅎ가각論ǅİß',
  'Σ ',
  ' \u0308',
  '\u1100',
  '\u1161',
  '\ud83d',
)
const anyText = fc.array(fc.oneof(letter, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join(''))

test('a text has the same key in whatever pieces it is taken', () => {
  fc.assert(
    fc.property(anyText, fc.nat(8), (text, most) => textKey(text, most) === textKey(text, text.length)),
    { numRuns: 2000 },
  )
})

test('only letters and digits count, small', () => {
  expect(textKey('“The tram”—pays,\r\nsince 1999.')).toBe(textKey('the TRAM pays since 1999'))
  expect(textKey('The tram pays')).not.toBe(textKey('The tram paid'))
})
