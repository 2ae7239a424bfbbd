import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { WordSearch } from './places.ts'

const find = (text: string, words: string) => new WordSearch(text).find(words)

describe('looking for words', () => {
  it('takes them as they are before it takes them in another way', () => {
    expect(find('IT pays. It pays.', ' It pays ')).toEqual({ span: { start: 9, end: 16 }, places: 1 })
    expect(find('👍 Die\n \u00a0TRAM  fährt.', 'die tram FÄHRT')).toEqual({
      span: { start: 3, end: 20 },
      places: 1,
    })
    expect(find('It  pays, it\tpays', 'IT PAYS')).toEqual({ span: { start: 0, end: 8 }, places: 2 })
    expect(find('It pays.', 'itpays')).toBeUndefined()
    expect(find('It pays.', ' \n')).toBeUndefined()
  })

  it('finds long words where the engine would', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 257, maxLength: 320 })
    fc.assert(
      fc.property(letters, fc.nat(60), fc.boolean(), (unit, from, isTwice) => {
        const text = isTwice ? unit + unit : unit
        const words = unit.slice(from)
        const wanted = words.trim()
        fc.pre(wanted.length > 256)
        const start = text.indexOf(wanted)
        expect(find(text, words)).toEqual({
          span: { start, end: start + wanted.length },
          places: text.indexOf(wanted, start + 1) < 0 ? 1 : 2,
        })
      }),
    )
  })

  it.each([
    ['words over and over', 'a '.repeat(100_000), `${'a '.repeat(50_000)}b`],
    ['one letter over and over', 'a'.repeat(200_000), `b${'a'.repeat(100_000)}`],
    ['much white space', `a${' '.repeat(50_000)}`.repeat(4), 'A A A A B'],
  ])('ends soon in %s', (_, text, words) => {
    expect(find(text, words)).toBeUndefined()
  })

  it('ends at all where there is very much to look for', () => {
    const search = new WordSearch('x'.repeat(100), 500)
    expect(['y', 'y', 'y'].map((words) => search.find(words))).toEqual([undefined, undefined, 'too-much'])
  })
})
