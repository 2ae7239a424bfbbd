import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Kind } from '../../../../db/repositories/dataset.ts'
import type * as Data from '../../dataset.ts'
import { byCodePoint } from '../../dataset-order.ts'
import { fileNamesFor } from '../../file-names.ts'
import { mustGoOn, writeFilePieces, writeFiles } from '../../target.ts'
import type { WritingOptions } from '../../writing-options.ts'
import type { WrittenFiles } from '../annotation-format.ts'
import {
  type CasContent,
  endsOf,
  type FeatureStructure,
  featureStructures,
  type PreparedText,
  prepared,
} from './feature-structures.ts'
import { attributeFeature, Names } from './names.ts'
import { ownTypes, type TypeSystem } from './types.ts'

/** A way to write CASes, each into a file of its own. */
export interface Serialization {
  ending: string
  /** Words as it can hold them; made so twice, they stay the same. */
  asWritten(words: string): string
  /** What lies beside all CASes, by name. */
  beside(types: TypeSystem): ReadonlyMap<string, Iterable<string>>
  pieces(types: TypeSystem, text: PreparedText, structures: Iterable<FeatureStructure>): Iterable<string>
}

/** What INCEpTION calls the CAS of a document that nobody has annotated. */
export const nobody = 'INITIAL_CAS'
export const top = 'annotation'

export const namesFor = (dataset: Data.Dataset, { asWritten }: Serialization): Names =>
  new Names(dataset, asWritten)

/** A folder for each document with a CAS for each annotator, as INCEpTION exports them. */
export async function writeCasFolder(
  as: Serialization,
  dataset: Data.Dataset,
  folder: string,
  { signal, progress }: WritingOptions,
): Promise<WrittenFiles> {
  const names = namesFor(dataset, as)
  const types = ownTypes(names.attributes.map(attributeFeature))
  const files: string[] = []
  await mkdir(folder)
  for (const [name, pieces] of as.beside(types)) {
    files.push(name)
    await writeFilePieces(join(folder, name), pieces)
  }
  const contents = casContents(dataset, names)
  await writeFiles(folder, casFiles())
  progress(contents.length, contents.length)
  return { files, readAs: readAs(dataset, names) }

  function* casFiles(): Generator<[string, Iterable<string>]> {
    let last: { id: string; text: ReturnType<typeof prepared> } | undefined
    for (const [index, { path, content }] of contents.entries()) {
      mustGoOn(signal)
      progress(index, contents.length)
      const { id } = content.document
      if (last?.id !== id) {
        // Of the words as they will stand there: what XML cannot write is a word to those who read it.
        last = { id, text: prepared(content.document, as.asWritten(dataset.textOf(id).text)) }
      }
      const structures = featureStructures(content, last.text, dataset.project.name, names)
      const file = `${path}.${as.ending}`
      files.push(file)
      yield [file, gathered(as.pieces(types, last.text, structures))]
    }
  }
}

interface CasFile {
  /** Without its ending. */
  path: string
  content: CasContent
}

/** Documents in their order, and for each the annotators who have done anything in it, or nobody. */
export function casContents(dataset: Data.Dataset, names: Names): CasFile[] {
  const { annotations, annotators, documents } = dataset
  const folders = fileNamesFor(
    documents.map(({ title }) => names.asWritten(title)),
    'document',
  )
  const active = new Set(annotations.map(({ annotator }) => annotator))
  // By their names and not in their order, so that they stay the same when they are read in another one.
  const called = annotators
    .filter(({ id }) => active.has(id))
    .map((annotator) => ({ annotator, name: names.annotator(annotator.id) }))
    .sort((a, b) => byCodePoint(a.name, b.name))
  const [nobodysFile, ...annotatorFiles] = fileNamesFor(
    [nobody, ...called.map(({ name }) => name)],
    'annotator',
  )
  const byDocument = Map.groupBy(annotations, ({ document }) => document)
  const links = linksByPlace(dataset)
  return documents.flatMap((document, index): CasFile[] => {
    const folder = `${top}/${folders[index]}`
    const about = { document, number: index + 1, title: document.title || folders[index]! }
    const byAnnotator = Map.groupBy(byDocument.get(document.id) ?? [], ({ annotator }) => annotator)
    if (byAnnotator.size === 0) {
      return [
        {
          path: `${folder}/${nobodysFile}`,
          content: { ...about, annotator: null, annotations: [], links: [] },
        },
      ]
    }
    return called.flatMap(({ annotator }, at) => {
      const made = byAnnotator.get(annotator.id)
      if (!made) return []
      const content = { ...about, annotator, annotations: made, links: links.get(placeOf(made[0]!)) ?? [] }
      return [{ path: `${folder}/${annotatorFiles[at]}`, content }]
    })
  })
}

const placeOf = ({ document, annotator }: Data.Annotation): string => JSON.stringify([document, annotator])

/** By document and annotator, for each annotation; of all at one place it is the same string. */
function placesOf({ annotations }: Data.Dataset): ReadonlyMap<string, string> {
  const known = new Map<string, string>()
  return new Map(
    annotations.map((annotation) => {
      const place = placeOf(annotation)
      const own = known.get(place)
      if (own === undefined) known.set(place, place)
      return [annotation.id, own ?? place]
    }),
  )
}

/** Links whose ends are both passages of one document by one annotator, by document and annotator. */
function linksByPlace(dataset: Data.Dataset): Map<string, Data.Link[]> {
  const places = placesOf(dataset)
  const held = dataset.links.filter((link) => isHeld(link, places))
  return Map.groupBy(held, (link) => places.get(endsOf(link)[0]!)!)
}

export function unheldLinks(dataset: Data.Dataset): Data.Link[] {
  const places = placesOf(dataset)
  return dataset.links.filter((link) => !isHeld(link, places))
}

function isHeld(link: Data.Link, places: ReadonlyMap<string, string>): boolean {
  const ends = endsOf(link).map((end) => places.get(end))
  return ends.length === 2 && ends[0] !== undefined && ends[0] === ends[1]
}

function readAs(dataset: Data.Dataset, names: Names): WrittenFiles['readAs'] {
  const all = new Map<Kind, ReadonlyMap<string, string>>()
  const put = (kind: Kind, things: readonly { id: string }[], nameOf: (id: string) => string): void => {
    const changed = things.filter(({ id }) => nameOf(id) !== id)
    if (changed.length > 0) all.set(kind, new Map(changed.map(({ id }) => [id, nameOf(id)])))
  }
  put('document', dataset.documents, names.asWritten)
  put('annotation', dataset.annotations, names.asWritten)
  put('link', dataset.links, names.asWritten)
  put('annotator', dataset.annotators, names.annotator)
  put('tag', dataset.tags, names.tag)
  put('claim', dataset.claims, names.claim)
  put('speaker', dataset.speakers, names.speaker)
  put('link_type', dataset.linkTypes, (id) => names.linkType(id).name)
  return all
}

function* gathered(pieces: Iterable<string>): Generator<string> {
  let waiting = ''
  for (const piece of pieces) {
    waiting += piece
    if (waiting.length < 1 << 18) continue
    yield waiting
    waiting = ''
  }
  yield waiting
}
