import fc from 'fast-check'
import { expect, it } from 'vitest'
import { foldText } from '../../preload/contract/finding/fold-text.ts'
import { wordsOf } from '../../preload/contract/search/words.ts'
import { Corpus } from './corpus.ts'
import { Searcher } from './searcher.ts'

const some = [
  'tram',
  'Tram',
  'TRÁM',
  'cost',
  'costs',
  'Straße',
  'STRASSE',
  'été',
  'e\u0301te\u0301',
  '電車',
  'Ой',
  'ой',
  'İl',
  'il',
  'a',
]
const word = fc.constantFrom(...some)
const sign = fc.constantFrom(' ', ', ', '. ', ' – ', '\n', '’', '-', ' “')
const text = fc.array(fc.tuple(word, sign), { maxLength: 30 }).map((parts) => parts.flat().join(''))
const texts = fc.array(text, { minLength: 1, maxLength: 4 })
const sameness = fc.record({ matchCase: fc.boolean(), matchAccents: fc.boolean() })

const calm = { breathe: async () => {}, progress: () => {} }

async function found(
  all: string[],
  query: string,
  how: { matchCase: boolean; matchAccents: boolean },
  together: 'paragraph' | 'document' = 'paragraph',
) {
  const corpus = new Corpus()
  for (const [at, one] of all.entries()) corpus.put({ documentId: at + 1, language: '', text: one })
  return foundIn(corpus, all.length, query, how, together)
}

async function foundIn(
  corpus: Corpus,
  documents: number,
  query: string,
  how: { matchCase: boolean; matchAccents: boolean },
  together: 'paragraph' | 'document',
) {
  const documentIds = Int32Array.from({ length: documents }, (_, at) => at + 1)
  const asked = { query, ...how, together, documentIds, dateRank: documentIds, near: null }
  const result = await new Searcher(corpus).run({ asked, order: 'text', lines: 20_000, early: false }, calm)
  return result.lines.map(({ documentId, start, end }) => [documentId, start, end])
}

/** Every word of a text by the plainest of means. */
function* plainWords(source: string): Generator<{ start: number; end: number; word: string }> {
  for (const { index, 0: hit } of source.matchAll(
    /[\p{sc=Han}]\p{M}*|(?:(?!\p{sc=Han})[\p{L}\p{N}\p{M}_])+/gu,
  ))
    yield { start: index, end: index + hit.length, word: hit }
}

function plainPhrases(
  source: string,
  wanted: readonly string[],
  how: { matchCase: boolean; matchAccents: boolean },
) {
  const folded = (one: string) =>
    foldText(one, {
      ignoreCase: !how.matchCase,
      ignoreAccents: !how.matchAccents,
      ignoreForms: true,
      isTurkic: false,
    }).text
  const words = [...plainWords(source)]
  return words.flatMap((first, at) => {
    const run = words.slice(at, at + wanted.length)
    const fits =
      run.length === wanted.length && run.every(({ word }, i) => folded(word) === folded(wanted[i]!))
    const end = run.at(-1)?.end ?? 0
    return fits && !source.slice(first.start, end).includes('\n') ? [{ start: first.start, end }] : []
  })
}

it('finds words and phrases where a plain look through the texts finds them', async () => {
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.array(word, { minLength: 1, maxLength: 3 }),
      sameness,
      async (all, query, how) => {
        const wanted = query.flatMap(wordsOf)
        const plain = all.flatMap((one, at) =>
          plainPhrases(one, wanted, how).map(({ start, end }) => [at + 1, start, end]),
        )
        expect(await found(all, `"${query.join(' ')}"`, how)).toEqual(plain)
      },
    ),
  )
})

it('finds what a prefix begins', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const plain = all.flatMap((one, at) =>
        [...plainWords(one)]
          .filter(({ word }) => /^cos/i.test(word))
          .map(({ start, end }) => [at + 1, start, end]),
      )
      expect(await found(all, 'cos*', { matchCase: false, matchAccents: false })).toEqual(plain)
    }),
  )
})

it('finds an expression where it stands', async () => {
  const how = { matchCase: true, matchAccents: true }
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const plain = all.flatMap((one, at) =>
        [...one.matchAll(/[a-z]+s/gu)].map(({ index, 0: hit }) => [at + 1, index, index + hit.length]),
      )
      expect(await found(all, '/[a-z]+s/', how)).toEqual(plain)
    }),
  )
})

it('combines what stands in one paragraph, or in one document', async () => {
  const how = { matchCase: false, matchAccents: false }
  await fc.assert(
    fc.asyncProperty(
      texts,
      fc.constantFrom('paragraph' as const, 'document' as const),
      async (all, together) => {
        const plain = all.flatMap((one, at) => {
          const hits = (from: number, part: string) => {
            const of = (wanted: string) =>
              plainPhrases(part, [wanted], how).map(({ start, end }) => [at + 1, from + start, from + end])
            const [tram, cost] = [of('tram'), of('cost')]
            return tram.length > 0 && cost.length > 0 && of('a').length === 0 ? [...tram, ...cost] : []
          }
          let from = 0
          const parts = together === 'document' ? [one] : one.split('\n')
          return parts
            .flatMap((part) => {
              const begun = from
              from += part.length + 1
              return hits(begun, part)
            })
            .sort((a, b) => a[1]! - b[1]!)
        })
        expect(await found(all, 'cost tram -a', how, together)).toEqual(plain)
      },
    ),
  )
})

it('finds words near each other where some pair of them is near enough', async () => {
  const how = { matchCase: false, matchAccents: false }
  await fc.assert(
    fc.asyncProperty(texts, fc.integer({ min: 0, max: 4 }), async (all, distance) => {
      const plain = all.flatMap((one, at) =>
        one.split('\n').some((part) => {
          const words = [...plainWords(part)].map(
            ({ word }) =>
              foldText(word, { ignoreCase: true, ignoreAccents: true, ignoreForms: true, isTurkic: false })
                .text,
          )
          return words.some(
            (a, i) => a === 'tram' && words.some((b, j) => b === 'cost' && Math.abs(i - j) - 1 <= distance),
          )
        })
          ? [at + 1]
          : [],
      )
      const hits = await found(all, `NEAR(tram cost, ${distance})`, how)
      expect([...new Set(hits.map(([document]) => document))]).toEqual(plain)
    }),
  )
})

it('finds the same in texts that came, changed or went since the last search', async () => {
  const queries = ['tram', 'cos*', '"tram cost"', 'tram -a', 'tram OR il', 'NEAR(tram cost, 3)', 'tram cost']
  const how = { matchCase: false, matchAccents: false }
  const changes = fc.array(fc.tuple(fc.integer({ min: 1, max: 42 }), fc.option(text)), { maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 40, maxLength: 40 }), changes, async (first, changed) => {
      const corpus = new Corpus()
      const now = new Map(first.map((one, at) => [at + 1, one]))
      for (const [documentId, one] of now) corpus.put({ documentId, language: '', text: one })
      for (const [documentId, one] of changed) {
        await foundIn(corpus, 42, 'tram', how, 'paragraph')
        if (one === null) now.delete(documentId)
        else now.set(documentId, one)
        if (one === null) corpus.remove(documentId)
        else corpus.put({ documentId, language: '', text: one })
      }
      const fresh = new Corpus()
      for (const [documentId, one] of now) fresh.put({ documentId, language: '', text: one })
      for (const query of queries) {
        expect(await foundIn(corpus, 42, query, how, 'paragraph')).toEqual(
          await foundIn(fresh, 42, query, how, 'paragraph'),
        )
      }
    }),
  )
})

it('finds either in their order, what both find once', async () => {
  const how = { matchCase: false, matchAccents: false }
  await fc.assert(
    fc.asyncProperty(texts, async (all) => {
      const both = [...(await found(all, '"tram cost"', how)), ...(await found(all, 'tram OR cos*', how))]
      const unique = [...new Map(both.map((hit) => [hit.join(' '), hit])).values()]
      unique.sort((a, b) => a[0]! - b[0]! || a[1]! - b[1]! || a[2]! - b[2]!)
      expect(await found(all, 'cost OR tram OR "tram cost" OR cos* OR tram', how)).toEqual(unique)
    }),
  )
})
