import fc from 'fast-check'
import { afterEach, expect, test, vi } from 'vitest'
import type { CurrentText } from '../../db/repositories/documents.ts'
import { sliceMs } from '../slices.ts'
import { bestMatches } from './rank.ts'
import { SentenceIndex } from './sentence-index.ts'

afterEach(() => void vi.restoreAllMocks())

/** From now on every piece of work has lasted long enough when it is looked at: it rests wherever it may. */
function restOften(): void {
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => (now += sliceMs))
}

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

test('reads a text only once', async () => {
  let read = 0
  const index = new SentenceIndex({
    current: () => [current(1), current(2)],
    read: () => {
      read += 1
      return 'The tram pays. Nobody knows.'
    },
  })
  await index.update()
  index.expire()
  await index.update()
  expect(read).toBe(2)
  expect(index.sentences).toBe(4)
})

const sentencesEach = 3
const someTexts = () =>
  new Map(Array.from({ length: 5 }, (_, id) => [id + 1, 'The tram pays for itself. '.repeat(sentencesEach)]))

test('those who ask meanwhile wait for the same reading', async () => {
  restOften()
  const index = indexOf(someTexts())
  const first = index.update()
  await index.update()
  expect(index.sentences).toBe(5 * sentencesEach)
  await first
})

test('those who wait for a reading that is stopped go on with one of their own, unless they are stopped too', async () => {
  restOften()
  const index = indexOf(someTexts())
  const stop = new AbortController()
  const [first, stopped, waiting] = [
    index.update(() => stop.abort(new Error('enough')), stop.signal),
    index.update(() => {}, AbortSignal.abort(new Error('not wanted'))),
    index.update().then(() => index.sentences),
  ].map((one) => one.catch((cause: Error) => cause.message))
  expect([await first, await stopped]).toEqual(['enough', 'not wanted'])
  expect(await waiting).toBe(5 * sentencesEach)
})

test('texts that go are counted out once, though it is stopped meanwhile', async () => {
  const texts = someTexts()
  const index = indexOf(texts)
  await index.update()
  restOften()
  texts.clear()
  index.expire()
  await expect(index.update(() => {}, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
  await index.update()
  expect([index.sentences, index.words, index.frequency(index.find('tram')!)]).toEqual([0, 0, 0])
  expect(index.texts()).toEqual([])
})

test('a text that goes before its turn is not read any more', async () => {
  restOften()
  const texts = someTexts()
  const index = new SentenceIndex({
    current: () => [...texts.keys()].map((id) => current(id)),
    read: ({ id }) => {
      if (!texts.has(id)) throw new Error('it is gone')
      return texts.get(id)!
    },
  })
  const reading = index.update()
  texts.delete(5)
  index.expire()
  await reading
  expect(index.texts()).toHaveLength(4)
})

test('only German hides its names among capitals, and no other language that begins alike', async () => {
  const read = async (language: string) => {
    const text = { id: 1, revisionId: 1, language } as CurrentText
    const index = new SentenceIndex({ current: () => [text], read: () => 'So said Novak.' })
    await index.update()
    return index.isName(index.find('Novak')!)
  }
  expect(await Promise.all(['en', 'de', 'de-AT', 'del'].map(read))).toEqual([true, false, false, true])
})

test('a reading that is stopped goes on the next time', async () => {
  restOften()
  const index = indexOf(someTexts())
  const stop = new AbortController()
  await expect(index.update(() => stop.abort(new Error('enough')), stop.signal)).rejects.toThrow('enough')
  await index.update()
  expect(index.texts()).toHaveLength(5)
  expect(index.words).toBe(5 * sentencesEach * 5)
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
