import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CurrentText } from '../../db/repositories/documents.ts'
import { bestMatches } from './rank.ts'
import { SentenceIndex } from './sentence-index.ts'

const current = (id: number, revisionId = id): CurrentText =>
  ({ id, revisionId, language: 'en' }) as CurrentText

/** An index over texts that may change: the one at a place is the text of that revision. */
function indexOf(texts: Map<number, string>, revisions: Map<number, number> = new Map()) {
  return new SentenceIndex({
    current: () => [...texts.keys()].map((id) => current(id, revisions.get(id) ?? id)),
    read: ({ id }) => texts.get(id)!,
  })
}

const words = fc.constantFrom('tram', 'garden', 'Novak', 'the', 'pays', 'years', '12', '.', '!')
const text = fc.array(words, { maxLength: 30 }).map((all) => all.join(' '))

test('counts the same after texts came, changed and went as an index made anew', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.nat(4), fc.option(text)), { maxLength: 8 }), async (changes) => {
      const texts = new Map<number, string>()
      const revisions = new Map<number, number>()
      const index = indexOf(texts, revisions)
      let revision = 0
      for (const [id, changed] of changes) {
        if (changed === null) texts.delete(id)
        else texts.set(id, changed)
        revisions.set(id, ++revision)
        index.expire()
        await index.update()
      }
      const fresh = indexOf(texts)
      await fresh.update()
      for (const word of ['tram', 'garden', 'Novak', 'the', 'pays', '12']) {
        const of = (one: SentenceIndex) => {
          const term = one.find(word)
          return term === undefined ? [0, false] : [one.frequency(term), one.isName(term)]
        }
        expect(of(index)).toEqual(of(fresh))
      }
      expect([index.sentences, index.words]).toEqual([fresh.sentences, fresh.words])
    }),
    { numRuns: 50 },
  )
})

test('reads a text only once, and those who ask meanwhile wait for the same reading', async () => {
  let read = 0
  const index = new SentenceIndex({
    current: () => [current(1), current(2)],
    read: () => {
      read += 1
      return 'The tram pays. Nobody knows.'
    },
  })
  await Promise.all([index.update(), index.update()])
  index.expire()
  await index.update()
  expect(read).toBe(2)
  expect(index.sentences).toBe(4)
})

test('a reading that is stopped goes on the next time', async () => {
  const texts = new Map(
    Array.from({ length: 50 }, (_, id) => [id + 1, 'The tram pays for itself. '.repeat(2000)]),
  )
  const index = indexOf(texts)
  const stop = new AbortController()
  await expect(index.update(() => stop.abort(new Error('enough')), stop.signal)).rejects.toThrow('enough')
  await index.update()
  expect(index.texts()).toHaveLength(50)
  expect(index.words).toBe(50 * 2000 * 5)
})

test('a name is what is only ever capitalised within sentences', async () => {
  const index = indexOf(new Map([[1, 'Tram lines came. Then Novak spoke of the tram. So said Mrs Novak.']]))
  await index.update()
  expect(index.isName(index.find('Novak')!)).toBe(true)
  expect(index.isName(index.find('tram')!)).toBe(false)
})

test('the sentence that shares the rarest words is the best', async () => {
  const index = indexOf(
    new Map([
      [1, 'The tram came late. The tram was red. A garden was lost to the tram.'],
      [2, 'Left out: a garden was lost.'],
    ]),
  )
  await index.update()
  const question = {
    words: 'Nobody lost a garden to a tram.',
    language: 'en',
    at: [],
    names: new Set<string>(),
  }
  const [best] = await bestMatches(index, { ...question, without: new Set([2 as never]) }, { limit: 5 })
  expect([best?.text.id, best?.sentence]).toEqual([1, 2])
})
