import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { tram } from '../../testing/tram.ts'
import { reading, written } from '../../testing/written.ts'
import type { SourceFiles } from '../annotation-format.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { aifReader } from './reader.ts'
import { aifWriter } from './writer.ts'

vi.setConfig({ testTimeout: 60_000 })

const kinds = ['aif', 'xaif'] as const
const contentOf = async (kind: (typeof kinds)[number], of = tram): Promise<string> =>
  String((await written(aifWriter(kind), of)).content[''])
const fileOf = (content: string): SourceFiles => sourceFiles('map.json', { '': content })

/** Beyond what is read as one value, in pieces of so many bytes. */
function large(content: string, pieceLength: number): SourceFiles {
  const bytes = Buffer.from(content)
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength)
  }
  return { ...fileOf(content), sizeOf: () => 300_000_000, pieces }
}

it.each(kinds)(
  '%s that we have written reads the same piece by piece as at once, however large',
  async (kind) => {
    const reader = aifReader(kind)
    await fc.assert(
      fc.asyncProperty(dataset, fc.integer({ min: 1, max: 400 }), async (original, pieceLength) => {
        fc.pre(original.documents.length > 0 && original.annotations.length > 0)
        const content = await contentOf(kind, original)
        const atOnce = await reader.read(fileOf(JSON.stringify(JSON.parse(content), null, 1)), reading)
        expect(await reader.read(large(content, pieceLength), reading)).toEqual(atOnce)
      }),
      { numRuns: 40 },
    )
  },
)

it.each(kinds)('%s in which somebody has put something else is read at once', async (kind) => {
  const content = (await contentOf(kind)).replace(
    '"schemefulfillments":[],',
    '"schemefulfillments":[{"nodeID":"1","schemeID":"2"}],',
  )
  const apart = await aifReader(kind).read(fileOf(content), reading)
  expect(apart).toEqual(await aifReader(kind).read(fileOf(await contentOf(kind)), reading))
  await expect(aifReader(kind).read(large(content, 100), reading)).rejects.toThrow('larger than 200 MB')
})

it.each(kinds)('%s of ours whose nodes somebody has numbered anew reads the same', async (kind) => {
  const content = await contentOf(kind)
  const anew = content.replace(/"(nodeID|fromID|toID)":"(\d+)"/g, '"$1":"n$2"')
  expect(anew).not.toBe(content)
  const asWritten = await aifReader(kind).read(fileOf(content), reading)
  expect(await aifReader(kind).read(fileOf(anew), reading)).toEqual(asWritten)
})

it.each(kinds)('%s of ours with a node twice is read as any other, and says so', async (kind) => {
  const content = await contentOf(kind)
  const first = /\{"nodeID":"1".*\},\n/.exec(content)![0]
  const twice = content.replace(first, `${first}${first.replace(/"text":"/, '"text":"Not: ')}`)
  const { leftOut } = await aifReader(kind).read(fileOf(twice), reading)
  expect(leftOut.map(({ what }) => what)).toContain('nodes with an id that another node has')
})

it('reads a graph in time in which all passages state their claim by one node', async () => {
  const [first] = tram.annotations.filter(({ claim }) => claim !== null)
  const annotations = Array.from({ length: 6000 }, (_, at) => ({ ...first!, id: `n${at}` }))
  const content = await contentOf('aif', { ...tram, annotations, links: [], memos: [] })
  const mentions = new Set(
    [...content.matchAll(/^\{"nodeID":"(\d+)".*"mention":true/gm)].map(([, node]) => node!),
  )
  const [one] = mentions
  const joined = content.replace(/"(fromID|toID)":"(\d+)"/g, (as, end: string, node: string) =>
    mentions.has(node) ? `"${end}":"${one}"` : as,
  )
  const began = performance.now()
  const incoming = await aifReader('aif').read(large(joined, 100_000), reading)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(incoming.annotations.filter(({ claim }) => claim !== null).map(({ id }) => id)).toEqual(['n0'])
  expect(incoming.annotations).toHaveLength(6000)
})
