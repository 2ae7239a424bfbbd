import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Failure } from '../../preload/contract/failure.ts'
import { Corpus } from './corpus.ts'
import { Searcher } from './searcher.ts'

const texts = 200
const calm = { breathe: async () => {}, progress: () => {} }
const givenUp = {
  ...calm,
  breathe: async () => {
    throw new Failure('cancelled', 'given up')
  },
}

let searcher: Searcher
let now = 0
beforeEach(() => {
  searcher = new Searcher(new Corpus())
  searcher.change(
    Array.from({ length: texts }, (_, at) => ({
      documentId: at + 1,
      language: '',
      text: `The tram of ${at % 7}.\nNo tram.`,
    })),
    [],
  )
  // Every third look at the clock is a slice later.
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 6))
})
afterEach(() => vi.restoreAllMocks())

const documentIds = Int32Array.from({ length: texts }, (_, at) => at + 1)
const usual = { matchCase: false, matchAccents: false, together: 'paragraph' as const, near: null }
const all = { soFar: false, order: 'text' as const }
const run = (query: string, early: boolean, order: 'text' | 'right-2' = 'text') =>
  searcher.run(
    { asked: { query, ...usual, documentIds, dateRank: documentIds }, order, lines: 10, early },
    calm,
  )

it('gives the first lines before the count, and they stay the first', async () => {
  const whole = await run('tram', false)
  expect(whole).toMatchObject({ counted: true, hits: 2 * texts, documents: texts })
  const found = await run('tram', true)
  expect(found.counted).toBe(false)
  expect(found.hits).toBeLessThan(texts)
  expect(found.lines).toEqual(whole.lines)
  const counted = await searcher.count({ id: found.id, ...all, lines: 0 }, calm)
  expect(counted).toEqual({ ...whole, id: found.id, lines: [] })
})

it('gives the few lines there are when more take long to find', async () => {
  searcher.change([{ documentId: 1, language: '', text: 'A ferry.' }], [])
  const found = await run('ferry', true)
  expect(found).toMatchObject({ counted: false, hits: 1, lines: [{ documentId: 1, hit: 'ferry' }] })
  expect(await run('ferry', false)).toMatchObject({ counted: true, hits: 1 })
})

it('gives lines in another order only with the count', async () => {
  const found = await run('tram', true, 'right-2')
  expect(found).toMatchObject({ counted: true, hits: 2 * texts })
})

it('looks to the end for whatever is asked of an early result, once for all who wait', async () => {
  const { id } = await run('tram', true)
  const [counted, hits, lines, last] = await Promise.all([
    searcher.count({ id, ...all, lines: 3 }, calm),
    searcher.hits({ id, order: 'text', at: null, most: 1000 }, calm),
    searcher.lines({ id, order: 'right-2', from: 0, count: 5 }, calm),
    searcher.linesAt({ id, order: 'text', at: [2 * texts - 1] }, calm),
  ])
  expect(counted.lines).toHaveLength(3)
  expect(hits.all).toBe(2 * texts)
  expect(lines.map(({ right }) => right.slice(0, 5))).toEqual(Array.from({ length: 5 }, () => '.'))
  expect(last).toMatchObject([{ documentId: texts }])
})

it('can be given up between the lines and the count, and counted later', async () => {
  const { id } = await run('tram', true)
  await expect(searcher.count({ id, ...all, lines: 0 }, givenUp)).rejects.toThrow('given up')
  expect(await searcher.count({ id, ...all, lines: 0 }, calm)).toMatchObject({ hits: 2 * texts })
})

it('tells how far a count that was given up had come, and looks no further for the lines of that', async () => {
  const early = await run('tram', true)
  let turns = 0
  const soonGivenUp = {
    ...calm,
    async breathe() {
      turns += 1
      if (turns > 3) throw new Failure('cancelled', 'given up')
    },
  }
  await expect(searcher.count({ id: early.id, ...all, lines: 0 }, soonGivenUp)).rejects.toThrow('given up')
  const soFar = await searcher.count({ id: early.id, soFar: true, order: 'text', lines: 0 }, givenUp)
  expect(soFar.counted).toBe(false)
  expect(soFar.hits).toBeGreaterThan(early.hits)
  expect(soFar.hits).toBeLessThan(2 * texts)
  const last = { id: early.id, order: 'text' as const, from: soFar.hits - 1, count: 1 }
  expect(await searcher.lines(last, givenUp)).toHaveLength(1)
  await expect(searcher.lines({ ...last, count: 2 }, givenUp)).rejects.toThrow('given up')
})

it('begins anew where texts change under it, and counts no result of earlier texts', async () => {
  const { id } = await run('tram', true)
  searcher.change([{ documentId: 1, language: '', text: 'A ferry.' }], [])
  await expect(searcher.count({ id, ...all, lines: 0 }, calm)).rejects.toThrow('Search again')

  let changed = false
  const asked = { query: 'tram', ...usual, documentIds, dateRank: documentIds }
  const found = await searcher.run(
    { asked, order: 'text', lines: 500, early: false },
    {
      ...calm,
      async breathe() {
        if (changed) return
        changed = true
        searcher.change([{ documentId: 2, language: '', text: 'Two trams: a tram, a tram, a tram.' }], [])
      },
    },
  )
  expect(found.hits).toBe(2 * (texts - 2) + 3)
  expect(found.lines.filter(({ documentId }) => documentId === 2)).toHaveLength(3)
})

it('gives lines early, and hears others, also among few texts', async () => {
  const few = Int32Array.of(1, 2, 3, 4, 5, 6, 7, 8)
  let breaths = 0
  const surroundings = {
    ...calm,
    breathe: async () => {
      breaths += 1
    },
  }
  const asked = { query: 'tram', ...usual, documentIds: few, dateRank: few }
  expect(await searcher.run({ asked, order: 'text', lines: 4, early: true }, surroundings)).toMatchObject({
    counted: false,
  })
  await searcher.run({ asked, order: 'text', lines: 4, early: false }, surroundings)
  expect(breaths).toBeGreaterThan(1)
})

it('does not look through texts to the end that have changed meanwhile', async () => {
  const { id } = await run('tram', true)
  let breaths = 0
  const counting = searcher.count(
    { id, soFar: false, order: 'text', lines: 0 },
    {
      ...calm,
      async breathe() {
        breaths += 1
        if (breaths === 1) searcher.change([{ documentId: 1, language: '', text: 'A ferry.' }], [])
      },
    },
  )
  await expect(counting).rejects.toThrow('Search again')
  expect(breaths).toBeLessThan(3)
})

it('answers each of many searches at once with one look at the texts', async () => {
  let breaths = 0
  const surroundings = {
    ...calm,
    breathe: async () => {
      breaths += 1
    },
  }
  const asked = { query: 'tram', ...usual, documentIds, dateRank: documentIds }
  const what = { asked, order: 'text' as const, lines: 1, early: false }
  const all = await Promise.all(Array.from({ length: 8 }, () => searcher.run(what, surroundings)))
  expect(new Set(all.map(({ id }) => id)).size).toBe(8)
  expect(breaths).toBeLessThan(4 * texts)
})
