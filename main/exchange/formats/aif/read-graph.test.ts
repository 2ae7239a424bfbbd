import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { reading, written } from '../../testing/written.ts'
import { sourceFiles } from '../testing/source-files.ts'
import { aifReader } from './reader.ts'
import { aifWriter } from './writer.ts'

vi.setConfig({ testTimeout: 120_000 })

type Json = Record<string, unknown>

/** Makes each list long, so that it is not held. */
const padding = 'x'.repeat(70_000)
const padded = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((one, at) => ({ ...(one as Json), padding: at === 0 ? padding : '' }))
    : value

/** A graph as another program may lay it out. */
function laidOut(content: string, { isOurs, isTurned, space }: Layout): string {
  const { AIF, rejoinder, ...rest } = JSON.parse(content) as Json
  const turned = (object: Json): Json =>
    Object.fromEntries(isTurned ? Object.entries(object).reverse() : Object.entries(object))
  const lists = (object: Json): Json =>
    turned(Object.fromEntries(Object.entries(object).map(([name, value]) => [name, padded(value)])))
  const { documents } = rejoinder as Json
  return JSON.stringify(
    turned({
      ...(AIF ? { AIF: lists(AIF as Json), ...rest } : lists(rest)),
      ...(isOurs && { rejoinder: { documents: padded(documents) } }),
    }),
    null,
    space,
  )
}

interface Layout {
  isOurs: boolean
  isTurned: boolean
  space: number | undefined
}

const layout: fc.Arbitrary<Layout> = fc.record({
  ...{ isOurs: fc.boolean(), isTurned: fc.boolean() },
  space: fc.constantFrom(undefined, 1),
})

it.each(['aif', 'xaif'] as const)(
  '%s of anybody reads the same piece by piece as at once, whatever comes first in it',
  async (kind) => {
    const [reader, writer] = [aifReader(kind), aifWriter(kind)]
    await fc.assert(
      fc.asyncProperty(dataset, layout, async (original, how) => {
        fc.pre(original.annotations.length > 1)
        const source = sourceFiles('map.json', {
          '': laidOut(String((await written(writer, original)).content['']), how),
        })
        const read = vi.fn(source.read)
        const large = { ...source, read, sizeOf: () => 300_000_000 }
        expect(await reader.read(large, reading)).toEqual(await reader.read(source, reading))
        expect(read).not.toHaveBeenCalled()
      }),
      { numRuns: 25 },
    )
  },
)

it('is read at once where something else of it is long', async () => {
  const node = { nodeID: '1', type: 'I', text: 'It pays.' }
  const graph = { AIF: { nodes: [node], edges: [] }, text: [{ txt: 'It pays.' }, padding] }
  const source = sourceFiles('map.json', { '': JSON.stringify(graph) })
  const large = { ...source, sizeOf: () => 9_000_000 }
  const { annotations } = await aifReader('xaif').read(large, reading)
  expect(annotations).toMatchObject([{ spans: [{ start: 0, end: 8 }] }])
})
