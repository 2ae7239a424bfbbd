import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { Kind } from '../../../db/repositories/dataset.ts'
import { parseTxt } from '../../import/txt.ts'
import type * as Data from '../dataset.ts'
import { filesOnDisk } from '../source/on-disk.ts'
import { sourceFiles } from '../source/source-files.ts'
import { unpacked } from '../source/zip-files.ts'
import { dataset } from '../testing/dataset-arbitrary.ts'
import { tram } from '../testing/tram.ts'
import { reading } from '../testing/written.ts'
import type { AnnotationFormat, IncomingAnnotation } from './annotation-format.ts'
import { annotationFormats } from './index.ts'

vi.setConfig({ testTimeout: 120_000 })

const text = 'The tram pays. It loses money.'
const passage = (id: string, words: string): Data.Annotation => ({
  ...{ ...tram.annotations[0]!, id, annotator: 'ada', tag: 'claim', claim: null, speaker: null },
  ...{ attributes: new Map(), confidence: null, note: '' },
  spans: [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }],
})
/** What is said to be lost of this is lost of everything. */
const plain: Data.Dataset = {
  ...tram,
  ...{ claims: [], memos: [], speakers: [], annotators: [tram.annotators[0]!] },
  documents: [{ ...tram.documents[0]!, metadata: new Map() }],
  annotations: [passage('one', 'The tram pays'), passage('two', 'It loses money')],
  links: [{ ...tram.links[0]!, source: { annotation: 'two' }, target: { annotation: 'one' } }],
  textOf: () => parseTxt(text),
}

/** Most of it as plain as that, so that a loss that is said of some records is said of these and not of others. */
const mostlyPlain: fc.Arbitrary<Data.Dataset> = fc
  .tuple(dataset, fc.infiniteStream(fc.integer({ min: 0, max: 6 })))
  .map(([data, chances]) => {
    const mostly = <T>(things: readonly T[], plain: (thing: T, index: number) => Partial<T>): T[] =>
      things.map((thing, index) =>
        chances.next().value === 0 ? thing : { ...thing, ...plain(thing, index) },
      )
    const texts = new Map(
      data.documents.map(({ id }) => {
        const own = data.textOf(id)
        const simple = parseTxt(own.text)
        return [id, simple.text === own.text && chances.next().value !== 0 ? simple : own]
      }),
    )
    const nothing = { claim: null, speaker: null, attributes: new Map(), confidence: null, note: '' }
    return {
      ...data,
      annotators: mostly(data.annotators, (_, at) => ({ name: `Ada ${at}` })),
      tags: mostly(data.tags, ({ id }, at) => ({
        ...{ ...tram.tags[0]!, id, name: `Tag ${at}`, key: '', parent: null, color: '#6b7280', role: 'none' },
      })),
      linkTypes: mostly(data.linkTypes, (_, at) => ({
        ...{ name: ['rebuts', 'supports', 'restates'][at % 3]!, symmetric: at % 3 === 2 },
      })),
      documents: mostly(data.documents, (_, at) => ({
        title: `Text ${at}`,
        metadata: new Map(),
        status: 'to-do',
      })),
      annotations: mostly(
        mostly(data.annotations, () => nothing),
        ({ spans }) => ({ spans: spans.slice(0, 1) }),
      ),
      links: mostly(data.links, () => ({ strength: null, status: '', note: '' })),
      textOf: (id) => texts.get(id)!,
    }
  })

async function through({ reader, writer, makes, endings }: AnnotationFormat, data: Data.Dataset) {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-said-'))
  try {
    const name = makes === 'folder' ? 'study' : `study.${endings[0]}`
    const { readAs } = await writer!.write(data, join(folder, name), {
      signal: new AbortController().signal,
      progress: () => {},
    })
    const files = await filesOnDisk(join(folder, name))
    const incoming = await reader!.read(await unpacked(sourceFiles({ ...files, name })), reading)
    await files.close()
    return { incoming, readAs }
  } finally {
    await rm(folder, { recursive: true })
  }
}

type Core = Record<'document' | 'annotation' | 'link', ReadonlyMap<string, string>>

/** What matters of each record, in the words of its ids, which `one` gives. */
function coreOf(
  data: {
    documents: readonly { id: string }[]
    annotations: readonly Pick<IncomingAnnotation, 'id' | 'document' | 'tag' | 'spans'>[]
    links: readonly Data.Link[]
  },
  textOf: (id: string) => string,
  one = (_: Kind, id: string): string => id,
): Core {
  const end = (about: Data.LinkEnd) =>
    Object.entries(about).map(([kind, id]) => [kind, one(kind as Kind, id)])
  const said = (...parts: unknown[]) => JSON.stringify(parts)
  return {
    document: new Map(data.documents.map(({ id }) => [id, textOf(id)])),
    annotation: new Map(
      data.annotations.map(({ id, document, tag, spans }) => {
        const places = spans?.map(({ start, end }) => [start, end])
        return [id, said(one('document', document), one('tag', tag), places)]
      }),
    ),
    link: new Map(
      data.links.map(({ id, linkType, source, target }) => [
        id,
        said(one('link_type', linkType), end(source), end(target)),
      ]),
    ),
  }
}

/** An argument map has no places. */
const both = annotationFormats.filter(({ name, reader, writer }) => reader && writer && name !== 'argdown')

it.each(both.map((format) => [format.name, format] as const))(
  '%s says of each text, passage and link that does not come back that something of it is lost',
  async (_, format) => {
    const compared = { document: 0, annotation: 0, link: 0 }
    const compare = async (data: Data.Dataset, isSaid: (kind: Kind, id: string) => boolean) => {
      const { incoming, readAs } = await through(format, data)
      const texts = new Map(incoming.documents.map(({ id, text }) => [id, text!.text]))
      const theirs = (kind: Kind, id: string): string => [readAs.get(kind)?.get(id) ?? id].flat().join()
      const before = coreOf(data, (id) => data.textOf(id).text, theirs)
      const after = coreOf(incoming, (id) => texts.get(id)!)
      const changed: { kind: Kind; id: string; from: string; to: string | undefined }[] = []
      for (const kind of ['document', 'annotation', 'link'] as const) {
        for (const [id, from] of before[kind]) {
          if (isSaid(kind, id)) continue
          compared[kind] += 1
          const to = after[kind].get(theirs(kind, id))
          if (to !== from) changed.push({ kind, id, from, to })
        }
      }
      return changed
    }
    const lacking = new Set((await compare(plain, () => false)).map(({ kind }) => kind))
    expect([...lacking]).toEqual(format.name === 'conll' ? ['link'] : [])
    const ofEverything = new Set(format.writer!.losses(plain).map(({ what }) => what))
    await fc.assert(
      fc.asyncProperty(mostlyPlain, async (data) => {
        const said = format.writer!.losses(data).filter(({ what }) => !ofEverything.has(what))
        const touched = new Set(
          said.flatMap(({ touches }) => touches.flatMap(({ kind, ids }) => ids.map((id) => `${kind} ${id}`))),
        )
        const linkOf = new Map(data.links.map((link) => [link.id, link]))
        const passageOf = new Map(data.annotations.map((annotation) => [annotation.id, annotation]))
        const isEndSaid = (end: Data.LinkEnd): boolean =>
          'annotation' in end && touched.has(`annotation ${end.annotation}`)
        expect(
          await compare(data, (kind, id) => {
            if (lacking.has(kind) || touched.has(`${kind} ${id}`)) return true
            if (kind === 'document') return false
            if (kind === 'link') {
              const { linkType, source, target } = linkOf.get(id)!
              return touched.has(`link_type ${linkType}`) || isEndSaid(source) || isEndSaid(target)
            }
            const { document, tag } = passageOf.get(id)!
            return touched.has(`document ${document}`) || touched.has(`tag ${tag}`)
          }),
        ).toEqual([])
      }),
      // What fails is made smaller for minutes.
      { numRuns: 40, endOnFailure: true },
    )
    expect(Math.min(compared.document, compared.annotation)).toBeGreaterThan(0)
  },
)
