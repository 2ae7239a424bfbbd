import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type * as Data from '../../dataset.ts'
import { tram } from '../../testing/tram.ts'
import { copiesIn } from './find-copies.ts'
import { prepare } from './prepare.ts'
import { tiesOf } from './ties.ts'

vi.setConfig({ testTimeout: 60_000 })

const options = { signal: new AbortController().signal, progress: () => {} }

/** Texts as documents, with nothing tied by any work in them. */
function texts(contents: readonly string[], annotations: Data.Annotation[] = []): Data.Dataset {
  const documents = contents.map((_, at) => ({ ...tram.documents[0]!, id: `d${at}`, title: `Text ${at}` }))
  const textOf = (id: string) => ({ text: contents[Number(id.slice(1))]!, blocks: [], marks: [], breaks: [] })
  return { ...tram, documents, claims: [], links: [], annotations, textOf }
}

async function groupsOf(data: Data.Dataset): Promise<string[]> {
  const { sameTexts, lengths } = await prepare(data, { withheld: new Set(), method: '' }, options)
  const ties = tiesOf(data, await copiesIn(data, options), sameTexts, (id) => lengths.get(id)!)
  return data.documents.map(({ id }) => ties.groupOf.document(id))
}

/** Words that no other passage has. */
const prose = (count: number, seed: number): string =>
  Array.from({ length: count }, (_, at) => `w${seed}x${at}`).join(' ')

it('ties an agency report to every paper that has it, wherever it stands and whatever stands around it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 60, max: 120 }),
      fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 2, maxLength: 5 }),
      async (words, around) => {
        const report = prose(words, 0)
        const papers = around.map(
          ([before, after], at) => `${prose(before, 10 + at)} ${report} ${prose(after, 20 + at)}`,
        )
        const groups = await groupsOf(texts([...papers, prose(300, 99)]))
        expect(new Set(groups.slice(0, -1)).size).toBe(1)
        expect(groups.at(-1)).not.toBe(groups[0])
      },
    ),
    { numRuns: 12 },
  )
})

it('ties texts of the same spaces alone, as their hashes are the same', async () => {
  expect(new Set(await groupsOf(texts(['\n', '\n', ' ', '', '']))).size).toBe(4)
})

it('ties short texts that are the same, and leaves a footer alone until somebody has annotated it', async () => {
  expect(new Set(await groupsOf(texts(['The tram pays.', 'the  tram\npays.', 'No.']))).size).toBe(2)
  const footer = prose(20, 0)
  const letters = [`${prose(400, 1)} ${footer}`, `${prose(400, 2)} ${footer}`]
  expect(new Set(await groupsOf(texts(letters))).size).toBe(2)
  const start = letters[0]!.indexOf(footer)
  const annotation = {
    ...tram.annotations[0]!,
    document: 'd0',
    claim: null,
    spans: [{ start, end: start + 9 }],
  }
  expect(new Set(await groupsOf(texts(letters, [annotation]))).size).toBe(1)
})

it('ties documents of one file', async () => {
  const data = texts(['One.', 'Another.'])
  const source = { ...data.documents[0]!.source, sha256: 'a'.repeat(64) }
  const documents = data.documents.map((one) => ({ ...one, source }))
  expect(new Set(await groupsOf({ ...data, documents })).size).toBe(1)
})
