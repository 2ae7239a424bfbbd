import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type * as Data from '../dataset.ts'
import { mostAtOnce } from '../foreign/most-at-once.ts'
import { annotationFormats } from '../formats/index.ts'
import { sourceFiles as filesInMemory } from '../formats/testing/source-files.ts'
import { writtenForOthers } from '../formats/written-format.ts'
import type { Arriving } from '../sidecar/arriving.ts'
import { type FilesOnDisk, filesOnDisk } from '../source/on-disk.ts'
import { sourceFiles } from '../source/source-files.ts'
import type { Place } from '../spool/distant.ts'
import { PuttingAway, storeIn } from '../spool/putting-away.ts'
import { SpoolFile } from '../spool/spool-file.ts'
import { place } from '../target.ts'
import { dataset } from '../testing/dataset-arbitrary.ts'
import { tram } from '../testing/tram.ts'
import { withRecords } from './fetch-records.ts'
import { HandedOver } from './handed-over.ts'
import { readChosen } from './reading.ts'

vi.setConfig({ testTimeout: 120_000 })

const texts = ({ documents }: Arriving) =>
  documents.map(({ text, ...document }) => {
    const { text: words, blocks, marks, breaks } = text ?? { text: null, blocks: [], marks: [], breaks: [] }
    return { ...document, words, blocks, marks, breaks }
  })

/** Writes it, and reads it at once and while annotations are handed over; how many were. */
async function bothWays(name: string, data: Data.Dataset, { withSidecar }: { withSidecar: boolean }) {
  const format = annotationFormats.find((one) => one.name === name)!
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-handed-over-'))
  const spool = new SpoolFile()
  const opened: FilesOnDisk[] = []
  try {
    const to = join(folder, `study.${format.endings[0]}`)
    const options = { signal: new AbortController().signal, progress: () => {} }
    await place(writtenForOthers(format)[0]!.targets(data, to, options), {
      replace: false,
      signal: options.signal,
    })
    const open = async (path: string) => {
      opened.push(await filesOnDisk(path))
      return sourceFiles(opened.at(-1)!)
    }
    const hasSidecar = withSidecar && (await readdir(folder)).some((file) => file.endsWith('.loss.json'))
    const beside = hasSidecar
      ? { links: await open(`${to}.links.jsonl`), loss: await open(`${to}.loss.json`) }
      : null
    const chosen = { source: await open(to), beside }
    const away = new PuttingAway(storeIn(spool))
    const reading = { signal: undefined, progress: () => {}, away }
    const atOnce = await readChosen(chosen, name, reading)
    const ahead = new HandedOver(away)
    const rest = await readChosen(chosen, name, reading, ahead)
    away.flush()
    const fetch = spool.read.bind(spool)
    const handedOver = await withRecords(rest, { annotations: ahead.places, links: [] }, fetch)
    const whole = {
      ...handedOver,
      ...{ annotations: [...handedOver.annotations, ...rest.annotations], links: rest.links },
    }
    expect({ ...whole, documents: texts(whole) }).toEqual({ ...atOnce, documents: texts(atOnce) })
    return ahead.ids.size
  } finally {
    spool.close()
    for (const files of opened) await files.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The same with annotations that are called as the program calls them: a sidecar need not name those. */
function inOurWords(data: Data.Dataset): Data.Dataset {
  const own = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
  const ids = new Map(data.annotations.map(({ id }, index) => [id, own(index)]))
  const end = <E extends Data.MemoSubject>(about: E): E =>
    'annotation' in about ? { ...about, annotation: ids.get(about.annotation)! } : about
  return {
    ...data,
    annotations: data.annotations.map((one) => ({ ...one, id: ids.get(one.id)! })),
    links: data.links.map((link) => ({ ...link, source: end(link.source), target: end(link.target) })),
    memos: data.memos.map((memo) => ({ ...memo, about: end(memo.about) })),
  }
}

it.each([true, false])(
  'brings the same in as what is read at once, with a sidecar: %s',
  async (withSidecar) => {
    let handedOver = 0
    await fc.assert(
      fc.asyncProperty(dataset, fc.boolean(), async (data, isOurs) => {
        handedOver += await bothWays('tei', isOurs ? inOurWords(data) : data, { withSidecar })
      }),
      { numRuns: 40 },
    )
    handedOver += await bothWays('tei', inOurWords(tram), { withSidecar })
    expect(handedOver).toBeGreaterThanOrEqual(tram.annotations.length)
  },
)

it('hands over of several files too, and forgets that where one of them is broken', async () => {
  const spool = new SpoolFile()
  const away = new PuttingAway(storeIn(spool))
  const source = filesInMemory('study', {
    'annotation.conf': '[events]\nSays\tAgent:<ANY>, Never:<ANY>\n',
    ...{ 'a.txt': 'We say so.', 'a.ann': 'T1\tClaim 0 2\tWe\nT2\tSays 3 6\tsay\nE1\tSays:T2 Agent:T1\n' },
    ...{ 'b.txt': 'We say so.', 'b.ann': 'T1\tClaim 0 two\tWe\n' },
    ...{ 'c.txt': 'They do not.', 'c.ann': 'T1\tClaim 0 4\tThey\n' },
  })
  const reading = { signal: undefined, progress: () => {}, away }
  const atOnce = await readChosen({ source, beside: null }, 'brat', reading)
  const ahead = new HandedOver(away)
  const rest = await readChosen({ source, beside: null }, 'brat', reading, ahead)
  expect(rest.annotations).toEqual([])
  away.flush()
  const fetch = spool.read.bind(spool)
  const records = await withRecords(rest, { annotations: ahead.places, links: [] }, fetch)
  const whole = { ...records, links: rest.links }
  const withoutFiles = (all: Arriving) => texts(all).map(({ original: _, ...document }) => document)
  expect({ ...whole, documents: withoutFiles(whole) }).toEqual({
    ...{ ...atOnce, documents: withoutFiles(atOnce) },
  })
  expect(atOnce.annotations.map(({ id }) => id)).toEqual(['a#T1', 'a#T2', 'c#T1'])
  expect(atOnce.linkTypes.map(({ name }) => name)).toEqual(['Agent'])
  expect(atOnce.unread.refused).toHaveLength(1)
  spool.close()
})

it('stops between two batches when it is told to', async () => {
  const spool = new SpoolFile()
  const away = new PuttingAway(storeIn(spool))
  const annotations = away.records(Array.from({ length: 5000 }, () => ({ attributes: new Map() })))
  away.flush()
  const stop = new AbortController()
  const fetch = vi.fn((place: Place) => {
    stop.abort()
    return spool.read(place)
  })
  const rest = { foreign: new Map() } as unknown as Arriving
  await expect(withRecords(rest, { annotations, links: [] }, fetch, stop.signal)).rejects.toMatchObject({
    code: 'cancelled',
  })
  expect(fetch).toHaveBeenCalledTimes(1)
  spool.close()
})

it('refuses more annotations and links than can come in at once, before all of them are read', () => {
  const away = new PuttingAway({ append: () => {}, fetch: () => new Uint8Array() })
  const ahead = new HandedOver(away)
  const links = Array.from({ length: mostAtOnce / 10 }, () => ({}) as Data.Link)
  for (let part = 0; part < 10; part++) ahead.take({ annotations: [], links })
  expect(() => ahead.take({ annotations: [], links: links.slice(0, 1) })).toThrow(
    'more than 1,000,000 annotations and links',
  )
})
