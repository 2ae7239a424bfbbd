import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type * as Data from '../../dataset.ts'
import { dataset } from '../../testing/dataset-arbitrary.ts'
import { asDataset, readFrom, written } from '../../testing/read-again.ts'
import { tram } from '../../testing/tram.ts'
import type { Incoming } from '../annotation-format.ts'
import { bratReader } from './reader.ts'
import { bratWriter } from './writer.ts'

vi.setConfig({ testTimeout: 60_000 })

const utf8 = (latin1: string | undefined): string => Buffer.from(latin1 ?? '', 'latin1').toString('utf8')

async function circle(one: Data.Dataset) {
  let incoming: Incoming | undefined
  const files = await written(bratWriter, one, 'folder', async (path) => {
    incoming = await readFrom(bratReader, path)
  })
  return { files, incoming: incoming! }
}

describe('brat', () => {
  it('puts the work of each annotator into a folder of its own, offsets in code points', async () => {
    const { files } = await circle(tram)
    expect([...files.keys()].sort()).toEqual([
      ...['Ada/Answer; or not.ann', 'Ada/Answer; or not.txt', 'Ada/Statement.ann', 'Ada/Statement.txt'],
      ...['Ben/Answer; or not.ann', 'Ben/Answer; or not.txt', 'Ben/Statement.ann', 'Ben/Statement.txt'],
      ...['annotation.conf', 'visual.conf'],
    ])
    expect(utf8(files.get('Ada/Statement.ann'))).toBe(
      'T1\tClaim 7 36\tThe tram line pays for itself\nA1\tcertainty T1 high\n',
    )
    expect(utf8(files.get('Ben/Statement.ann'))).toBe(
      'T1\tClaim 38 40;48 51\tIt has\n#1\tAnnotatorNotes T1\tTwo lines\n',
    )
    expect(utf8(files.get('annotation.conf'))).toContain(
      '[entities]\nClaim\nRebuttal\n\n[relations]\nrebuts Arg1:<ENTITY>',
    )
  })

  it('says what it cannot hold, and of how many', () => {
    const losses = new Map(
      bratWriter.losses(tram).map(({ what, touches }) => [what, touches.map(({ id }) => id)]),
    )
    expect(losses.get('links across documents or annotators, to claims or to links')).toEqual([
      'l1',
      'l2',
      'l3',
      'l4',
    ])
    expect(losses.get('line breaks in notes')).toEqual(['always'])
    expect(losses.get('attributes that are numbers, free words or a plain no')).toEqual(['pays'])
  })

  it('writes again what it has read, byte for byte, whatever the project', async () => {
    await fc.assert(
      fc.asyncProperty(dataset, async (one) => {
        const { files, incoming } = await circle(one)
        expect(await written(bratWriter, asDataset(incoming), 'folder')).toEqual(files)
        expect(incoming.leftOut).toEqual([])
        expect(incoming.doubts).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

const corpus = join(import.meta.dirname, '../../../../../../shared/corpus/formats/brat')

describe.skipIf(!existsSync(corpus))('the corpus of brat', () => {
  const folders = existsSync(corpus)
    ? ['TDT', 'dkpro', 'tutorials/bio', 'tutorials/news'].filter((name) => existsSync(join(corpus, name)))
    : []

  it.each(folders)('reads %s whole', async (folder) => {
    const { annotations, documents, doubts, leftOut } = await readFrom(bratReader, join(corpus, folder))
    const sheets = readdirSync(join(corpus, folder)).filter((name) => name.endsWith('.ann'))
    expect(documents).toHaveLength(sheets.length)
    expect(annotations.length).toBeGreaterThan(10)
    for (const { spans, quote, document } of annotations) {
      const { text } = documents.find(({ id }) => id === document)!.text!
      expect(spans!.map(({ start, end }) => text.slice(start, end))).toEqual(quote)
    }
    expect({ doubts, leftOut }).toEqual({ doubts: [], leftOut: [] })
  })
})
