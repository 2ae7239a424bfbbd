import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BorrowedWords } from './borrowed-words.ts'

const text =
  'The mayor said on Monday: “The tram pays for itself, within ten years, if fares stay as they are.” 電車は十年以内に元が取れると市長は月曜日に語った。'

const isBorrowed = (words: string): boolean => {
  const borrowed = new BorrowedWords([words])
  borrowed.look(text)
  return borrowed.has(words)
}

describe('words of a text', () => {
  it.each([
    'The tram pays for itself within ten years',
    'the tram pays for itself.',
    '“The tram pays for itself, within ten years, if fares stay …” (the mayor)',
    'THE TRAM   PAYS FOR ITSELF — WITHIN TEN YEARS!',
    'He thinks that the tram pays for itself within ten years, but they do not.',
    '電車は十年以内に元が取れると市長は月曜日に語ったか。',
  ])('are found: %s', (words) => expect(isBorrowed(words)).toBe(true))

  it.each([
    'The tram pays for it',
    'The tram pays its way within ten years',
    'Some say that the tram pays for itself within twenty years',
    'within ten years if fares stay where they are',
    '電車は十年以内に赤字になるだろうと皆が思っている',
    '',
    '— — — — — — — — — — — — — —',
  ])('are not found: %s', (words) => expect(isBorrowed(words)).toBe(false))

  it('are found wherever they stand, by eight in a row', () => {
    const word = fc.constantFrom('tram', 'pays', 'for', 'Itself', 'années', 'Straße', 'x1')
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.array(word, { maxLength: 30 }), (said, read) => {
        const words = said.join(', ')
        const borrowed = new BorrowedWords([words, 'other words than these, of nobody'])
        borrowed.look(read.join('\n'))
        const size = Math.min(8, said.length)
        const runs = said.slice(0, said.length - size + 1).map((_, at) => said.slice(at, at + size).join(' '))
        const isIn = (run: string) => ` ${read.join(' ')} `.includes(` ${run} `)
        expect(borrowed.has(words)).toBe(words.length >= 20 && runs.some(isIn))
      }),
    )
  })
})
