import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CopyIndex } from './copy-index.ts'
import { edited, restyled } from './testing/edited.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 2, maxLength: 7 })
  .map((signs) => signs.join(''))
const wordsOf = (least: number, most: number) => fc.array(word, { minLength: least, maxLength: most })

/** The passages of a group by document, as their words. */
function groupsOf(texts: readonly string[]): Map<number, { document: number; words: string }[]> {
  const index = new CopyIndex()
  for (const [at, text] of texts.entries()) index.put(at + 1, text)
  while (index.waiting > 0) index.advance()
  const { document, start, end, group } = index.passages()
  const rows = [...document].map((id, at) => ({
    document: id,
    words: texts[id - 1]!.slice(start[at], end[at]),
    group: group[at]!,
  }))
  return Map.groupBy(rows, (row) => row.group) as never
}

test('a copy with a word in twenty changed is found, wherever it stands and however it is set', () => {
  fc.assert(
    fc.property(
      wordsOf(60, 90),
      wordsOf(0, 40),
      wordsOf(0, 40),
      fc.integer({ min: 1, max: 1e9 }),
      (passage, before, after, seed) => {
        let state = seed
        const random = () => {
          state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
          return state / 0x80000000
        }
        const copy = restyled(edited(0.05)(passage, random), random)
        const groups = groupsOf([passage.join(' '), [...before, ...copy, ...after].join(' ')])
        expect(groups.size).toBe(1)
        const [first, second] = [...groups.values()][0]!
        expect(first!.words.split(' ').length).toBeGreaterThan(0.8 * passage.length)
        expect(second!.words.split(' ').length).toBeGreaterThan(0.8 * copy.length)
      },
    ),
    { numRuns: 60 },
  )
})

test('texts without anything in common share nothing', () => {
  fc.assert(
    fc.property(wordsOf(30, 120), wordsOf(30, 120), (one, other) => {
      expect(groupsOf([one.join(' '), other.map((word) => `${word}q`).join(' ')]).size).toBe(0)
    }),
    { numRuns: 40 },
  )
})
