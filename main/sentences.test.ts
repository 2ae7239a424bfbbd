import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wordPattern } from './answers/terms.ts'
import { sentencesOf } from './sentences.ts'

test('sentences cover all words of a text, in order and without space at their ends', () => {
  const text = fc
    .array(
      fc.constantFrom('Dr. Novak came', 'Das stimmt nicht', '12.5 m', 'Он не был', '\n', '. ', '! ', ' '),
    )
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (text) => {
      const found = [...sentencesOf(text, 'en')]
      const cut = found.map(({ start, end }) => text.slice(start, end))
      expect(cut.every((words) => words === words.trim() && words !== '' && !words.includes('\n'))).toBe(true)
      expect(cut.join(' ').match(wordPattern) ?? []).toEqual(text.match(wordPattern) ?? [])
    }),
  )
})
