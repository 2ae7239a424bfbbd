import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type * as Data from '../dataset.ts'
import { DistantSource, DistantText } from '../spool/distant.ts'
import { PuttingAway, storeIn } from '../spool/putting-away.ts'
import { SpoolFile } from '../spool/spool-file.ts'
import { dataset as anyDataset } from '../testing/dataset-arbitrary.ts'
import { tram } from '../testing/tram.ts'
import { reading, written } from '../testing/written.ts'
import type { AnnotationFormat, Incoming, IncomingDocument } from './annotation-format.ts'
import { annotationFormats } from './index.ts'
import { sourceFiles } from './testing/source-files.ts'

vi.setConfig({ testTimeout: 60_000 })

const inWholeFiles: typeof sourceFiles = (name, files) => {
  const source = sourceFiles(name, files)
  const pieces = async function* (path: string) {
    yield await source.read(path)
  }
  return { ...source, pieces }
}

const formats = annotationFormats.filter(({ name }) =>
  ['brat', 'web-annotation', 'aif', 'xaif', 'webanno-tsv', 'uima-xmi', 'uima-json'].includes(name),
)

/** All of it by one person, so that brat too can hold a link. */
const linked: Data.Dataset = {
  ...tram,
  annotations: tram.annotations.map((annotation) => ({ ...annotation, annotator: tram.annotators[0]!.id })),
  links: tram.annotations.flatMap(({ id, document }, index) => {
    const before = tram.annotations[index - 1]
    if (before?.document !== document) return []
    return [
      {
        ...tram.links[0]!,
        id: `link ${index}`,
        source: { annotation: id },
        target: { annotation: before.id },
      },
    ]
  }),
  memos: [],
}

/** What is handed over while it is read, and what comes at the end. */
async function readPiecemeal(
  { reader, writer }: AnnotationFormat,
  dataset: Data.Dataset,
  away?: PuttingAway,
  open = sourceFiles,
) {
  const { content } = await written(writer!, dataset)
  const source = open('dataset', content)
  const ahead: Pick<Incoming, 'annotations' | 'links'> = { annotations: [], links: [] }
  const portions: number[] = []
  const rest = await reader!.read(source, {
    ...{ ...reading, away },
    handOver({ annotations, links }) {
      portions.push(annotations.length + links.length)
      ahead.annotations.push(...annotations)
      ahead.links.push(...links)
    },
  })
  return { ahead, portions, rest, whole: await reader!.read(source, reading) }
}

describe.each(formats.map((format) => [format.name, format] as const))('%s', (_, format) => {
  it('hands over what else would come at the end, each once and in its order', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const { ahead, rest, whole } = await readPiecemeal(format, dataset)
        expect({
          ...rest,
          annotations: [...ahead.annotations, ...rest.annotations],
          links: [...ahead.links, ...rest.links],
        }).toEqual(whole)
      }),
      { numRuns: 60 },
    )
  })

  it('holds no annotation, no link and no text to the end of files of ours', async () => {
    const spool = new SpoolFile()
    const { ahead, rest, whole } = await readPiecemeal(format, linked, new PuttingAway(storeIn(spool)))
    expect(rest.documents.map(({ text, source }) => [text, source])).toEqual(
      whole.documents.map(({ source }) => [expect.any(DistantText), source && expect.any(DistantSource)]),
    )
    expect(rest.documents.map(({ text }) => text?.text)).toEqual(
      whole.documents.map(({ text }) => text?.text),
    )
    spool.close()
    expect([rest.annotations, rest.links]).toEqual([[], []])
    expect(ahead.annotations.length).toBeGreaterThan(2)
    expect(ahead.links.length).toBeGreaterThan(0)
  })
})

it('is never much together, however many web annotations stand in one piece of a file', async () => {
  const [one, link] = [tram.annotations[0]!, tram.links[0]!]
  const annotations = Array.from({ length: 700 }, (_, index) => ({ ...one, id: `annotation ${index}` }))
  const links = annotations.slice(1).map(({ id }, index) => ({
    ...{ ...link, id: `link ${index}`, source: { annotation: id } },
    target: { annotation: annotations[index]!.id },
  }))
  const format = formats.find(({ name }) => name === 'web-annotation')!
  const dataset = { ...tram, annotations, links, memos: [] }
  const { ahead, portions, whole } = await readPiecemeal(format, dataset, undefined, inWholeFiles)
  expect(ahead).toEqual({ annotations: whole.annotations, links: whole.links })
  expect(ahead.links).toHaveLength(699)
  expect(Math.max(...portions)).toBeLessThanOrEqual(200)
})

/** Our own Argdown brings no texts; of a REFI-QDA project the files are packed. */
const readers = annotationFormats.filter(
  ({ name, reader, writer }) => reader && writer && !['argdown', 'refi-qda'].includes(name),
)

describe.each(readers.map((format) => [format.name, format] as const))('the reader of %s', (_, format) => {
  it('puts every text away, and reads the same as if it held them', async () => {
    await fc.assert(
      fc.asyncProperty(anyDataset, async (dataset) => {
        const spool = new SpoolFile()
        const { ahead, rest, whole } = await readPiecemeal(format, dataset, new PuttingAway(storeIn(spool)))
        for (const { text } of rest.documents) expect(text).toBeInstanceOf(DistantText)
        const documents = rest.documents.map(plain)
        spool.close()
        expect({
          ...{ ...rest, documents },
          annotations: [...ahead.annotations, ...rest.annotations],
          links: [...ahead.links, ...rest.links],
        }).toEqual({ ...whole, documents: whole.documents.map(plain) })
      }),
      { numRuns: 15 },
    )
  })
})

/** With all that lies elsewhere. */
function plain({ text, source, ...about }: IncomingDocument) {
  const { text: words, blocks, marks, breaks } = text!
  const file = source && { name: source.name, mediaType: source.mediaType, bytes: Buffer.from(source.bytes) }
  return { ...about, text: { words, blocks, marks, breaks }, file }
}
