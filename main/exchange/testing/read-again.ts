import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StructuredText } from '../../../preload/contract/text.ts'
import type * as Data from '../dataset.ts'
import type { FormatReader, FormatWriter, Incoming, WrittenFiles } from '../formats/annotation-format.ts'
import { filesOnDisk } from '../source/on-disk.ts'
import { sourceFiles } from '../source/source-files.ts'
import { unpacked } from '../source/zip-files.ts'

// Writing and reading again, for the tests of every format.

const moment = '2026-01-05T10:00:00.000Z'

/** What a writer writes, in a folder that is gone afterwards; files by path, '' for a single one. */
export async function written(
  writer: FormatWriter,
  dataset: Data.Dataset,
  makes: 'file' | 'folder',
  use: (path: string, written: WrittenFiles) => Promise<void> | void = () => {},
): Promise<Map<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-written-'))
  try {
    const path = join(folder, makes === 'folder' ? 'dataset' : 'dataset.out')
    const options = { signal: new AbortController().signal, progress: () => {} }
    const result = await writer.write(dataset, path, options)
    await use(path, result)
    const files = await Promise.all(
      result.files.map(
        async (file) => [file, (await readFile(join(path, file))).toString('latin1')] as const,
      ),
    )
    return new Map(files)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export async function readFrom(reader: FormatReader, path: string): Promise<Incoming> {
  const files = await filesOnDisk(path)
  try {
    return await reader.read(await unpacked(sourceFiles(files)), { signal: undefined, progress: () => {} })
  } finally {
    await files.close()
  }
}

/** What was read, as a dataset that can be written: only for formats that bring their texts. */
export function asDataset(incoming: Incoming): Data.Dataset {
  const texts = new Map(
    incoming.documents.map(({ id, text }) => [id, text ?? { text: '', blocks: [], marks: [], breaks: [] }]),
  )
  const places = new Map(incoming.documents.map(({ id }, index) => [id, index]))
  const colored = <T extends { color: string }>(thing: T): T => ({
    ...thing,
    color: thing.color || '#6b7280',
  })
  const dated = <T extends { created: string }>(thing: T): T => ({
    ...thing,
    created: thing.created || moment,
  })
  return {
    project: incoming.project ?? { name: '', description: '' },
    annotators: incoming.annotators,
    speakers: incoming.speakers,
    tags: incoming.tags.map(colored),
    linkTypes: incoming.linkTypes.map(colored),
    documents: incoming.documents.map(({ text: _, source, knownAs: __, ...document }) => ({
      ...document,
      source: {
        name: source?.name ?? '',
        mediaType: source?.mediaType ?? '',
        sha256: source ? createHash('sha256').update(source.bytes).digest('hex') : '',
      },
    })),
    claims: incoming.claims.map(dated),
    annotations: incoming.annotations
      .flatMap(({ quote: _, prefix: __, suffix: ___, spans, ...annotation }) =>
        spans === null ? [] : [dated({ ...annotation, spans })],
      )
      // Ids have no say here: those of the format need not be in the order of its lines.
      .sort(
        (a, b) =>
          places.get(a.document)! - places.get(b.document)! ||
          a.spans[0]!.start - b.spans[0]!.start ||
          a.spans.at(-1)!.end - b.spans.at(-1)!.end,
      ),
    links: incoming.links.map(dated),
    memos: incoming.memos.map(dated),
    textOf: (id): StructuredText => texts.get(id)!,
  }
}
