import { expect, it, vi } from 'vitest'
import { PuttingAway, storeIn } from '../../spool/putting-away.ts'
import { SpoolFile } from '../../spool/spool-file.ts'
import { weighing } from '../../testing/weighing.ts'
import type { SourceFiles } from '../annotation-format.ts'
import { prodigyReader } from './reader.ts'

vi.setConfig({ testTimeout: 60_000 })

const lines = 120
const spansInLine = 500

/** A text with hundreds of spans, each of which rebuts the one before it. */
function lineOf(number: number): string {
  const spans = Array.from({ length: spansInLine }, (_, index) => ({
    ...{ id: `passage-${number}-${index}`, start: index * 5, end: index * 5 + 4, label: 'Claim' },
  }))
  const relations = spans
    .slice(1)
    .map((span, index) => ({ head_span: span, child_span: spans[index], label: 'rebuts' }))
  const text = `${number} `.padEnd(5 * spansInLine, 'tram ')
  return `${JSON.stringify({ text, meta: { document: `text ${number}` }, spans, relations })}\n`
}

it('holds of a file with many texts no more than one line and the ids', async () => {
  const pieces = Array.from({ length: lines }, (_, number) => Buffer.from(lineOf(number)))
  const size = pieces.reduce((sum, { length }) => sum + length, 0)
  const source: SourceFiles = {
    ...{ name: 'large.jsonl', paths: [''], sizeOf: () => size },
    read: () => Promise.reject(new Error('it was read at once')),
    async *pieces() {
      yield* pieces
    },
  }
  const spool = new SpoolFile()
  const scale = weighing()
  let looks = 0
  const taken = { annotations: 0, links: 0 }
  await prodigyReader.read(source, {
    ...{ signal: undefined, progress: () => {}, away: new PuttingAway(storeIn(spool)) },
    handOver({ annotations, links }) {
      taken.annotations += annotations.length
      taken.links += links.length
      looks += 1
      if (looks % 30 === 0) scale.look()
    },
  })
  spool.close()
  expect(taken).toEqual({ annotations: lines * spansInLine, links: lines * (spansInLine - 1) })
  expect(size).toBeGreaterThan(14_000_000)
  expect(scale.seen).toHaveLength(4)
  expect(Math.max(...scale.seen)).toBeLessThan(13)
})
