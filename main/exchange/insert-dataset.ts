import { countingWords } from '../../db/count-words.ts'
import { atOnce } from '../../db/pausing.ts'
import type { Kind } from '../../db/repositories/dataset.ts'
import type { Repositories } from '../../db/repositories/index.ts'
import { isUntouched, removeCodebook } from '../../db/standard-codebook.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type {
  AnnotationId,
  AnnotatorId,
  ClaimId,
  DocumentId,
  LinkId,
  LinkTypeId,
  RevisionId,
  SpeakerId,
  TagId,
} from '../../preload/contract/ids.ts'
import type { LinkEnd } from '../../preload/contract/link.ts'
import type { MemoSubject } from '../../preload/contract/memo.ts'
import { shorten } from '../import/title.ts'
import type * as Data from './dataset.ts'
import { afterTheirEnds } from './dataset-order.ts'
import { writeJson } from './json.ts'
import { lengthOf } from './spool/distant.ts'

export interface InsertionOptions {
  /** When the documents came in, ISO 8601. */
  imported: string
  /** The file a document was made from, where it is at hand. */
  originalOf?: (document: Data.Document) => Uint8Array | undefined
  /** The texts that are in the project already, prepared, by the id of their document. */
  prepared?: ReadonlyMap<string, RevisionId>
  /** Whether a project that nobody has worked in becomes the dataset, codebook and name included; so it does unless false. */
  whole?: boolean
  /** Told after each record; `of` is their number. */
  progress?: ((done: number, of: number) => void) | undefined
}

/** More levels of tags below each other no codebook has, and nobody could read. */
const mostLevels = 100

function refuseDeep(tags: readonly Data.Tag[]): void {
  const parents = new Map(tags.map(({ id, parent }) => [id, parent]))
  for (const { name, parent } of tags) {
    let levels = 1
    for (let above = parent; above !== null; above = parents.get(above) ?? null) {
      if (++levels <= mostLevels) continue
      throw new Failure(
        'unreadable',
        `The tag “${shorten(name)}” stands below more than ${mostLevels - 1} others: put it nearer to the top where these files come from.`,
      )
    }
  }
}

/** Code units of one value. Longer ones no project file may hold (db/gate/lengths.ts). */
const longestValue = 10_000_000

function refuseLong(thing: object): void {
  for (const [name, value] of Object.entries(thing)) {
    if (!isLong(value)) continue
    const what = name.endsWith('s') ? name : `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`
    throw new Failure(
      'unreadable',
      `Something here has ${what} of more than ${longestValue / 1e6} million letters: shorten it where these files come from.`,
    )
  }
}

/** A value, or the values in it together. */
function isLong(value: unknown): boolean {
  if (typeof value === 'string') return value.length > longestValue
  if (Array.isArray(value)) return value.some(isLong)
  return value instanceof Map && [...value].some((pair) => pair.some(isLong))
}

/** What became of a dataset. Counts are by kind, and only of kinds with any. */
export interface Insertion {
  documentIds: DocumentId[]
  added: Map<Kind, number>
  /** Things that were in the project by their id; they stayed as they were. */
  alreadyThere: Map<Kind, number>
  /** Whether the project was untouched and has become this dataset, codebook, name and all. */
  wholeProject: boolean
  /** Tags whose key another tag of the project has: they came without it. */
  withoutKey: string[]
}

/** A document of the dataset that is in the project with another text, though new annotations need its offsets. */
export class ForeignText extends Error {
  readonly documentId: string

  constructor({ id, title }: Data.Document) {
    super(
      `the document “${title}” is in the project with another text, so the new annotations of it cannot be placed`,
    )
    this.documentId = id
  }
}

/**
 * Adds to the project what is not there by its id. Call it inside a step of the history: where it throws, part of
 * the dataset has been inserted.
 */
export function insertDataset(
  repositories: Repositories,
  dataset: Data.Dataset,
  options: InsertionOptions,
): Insertion {
  return atOnce(insertingDataset(repositories, dataset, options))
}

/** The same; it pauses after each record. */
export function* insertingDataset(
  repositories: Repositories,
  dataset: Data.Dataset,
  {
    imported,
    originalOf = () => undefined,
    prepared = new Map(),
    whole = true,
    progress = () => {},
  }: InsertionOptions,
): Generator<void, Insertion> {
  const wholeProject = whole && isUntouched(repositories)
  if (wholeProject) {
    removeCodebook(repositories)
    repositories.project.update(dataset.project)
  }
  const added = new Map<Kind, number>()
  const alreadyThere = new Map<Kind, number>()
  const withoutKey: string[] = []
  const of = sizeOf(dataset)
  let done = 0

  /** Inserts those that are not there; returns row ids by id for all. */
  function* each<T extends { id: string }, Id extends number>(
    kind: Kind,
    things: readonly T[],
    insert: (thing: T) => Id,
    known?: Map<string, number>,
  ): Generator<void, (id: string) => Id> {
    const ids = known ?? (yield* repositories.dataset.idsPausing(kind))
    for (const thing of things) {
      refuseLong(thing)
      const isThere = ids.has(thing.id)
      count(kind, isThere ? alreadyThere : added)
      if (!isThere) ids.set(thing.id, insert(thing))
      progress(++done, of)
      yield
    }
    return (id) => ids.get(id) as Id
  }

  const annotatorId = yield* each<Data.Annotator, AnnotatorId>(
    'annotator',
    dataset.annotators,
    ({ id, ...rest }) => repositories.annotators.insert({ uid: id, ...rest }),
  )
  const speakerId = yield* each<Data.Speaker, SpeakerId>('speaker', dataset.speakers, ({ id, ...rest }) =>
    repositories.speakers.insert({ uid: id, ...rest }),
  )
  const tagId = yield* insertTags()
  const linkTypeId = yield* each<Data.LinkType, LinkTypeId>(
    'link_type',
    dataset.linkTypes,
    ({ id, ...rest }) => repositories.linkTypes.insert({ uid: id, ...rest }),
  )
  const documentIds: DocumentId[] = []
  const knownDocuments = yield* repositories.dataset.idsPausing('document')
  const foreignTexts = yield* foreignTextsIn(repositories, dataset, knownDocuments)
  const wordsOfLong = yield* wordsOfLongTexts(dataset, (id) => knownDocuments.has(id) || prepared.has(id))
  const documentId = yield* each<Data.Document, DocumentId>(
    'document',
    dataset.documents,
    insertDocument,
    knownDocuments,
  )
  const claimId = yield* each<Data.Claim, ClaimId>('claim', dataset.claims, ({ id, ...rest }) =>
    repositories.claims.insert({ uid: id, ...rest }),
  )
  const annotationId = yield* each<Data.Annotation, AnnotationId>(
    'annotation',
    dataset.annotations,
    insertAnnotation,
  )
  const linkId = yield* insertLinks()
  yield* each<Data.Memo, number>('memo', dataset.memos, ({ id, about, annotator, text, created }) =>
    repositories.memos.insert({
      uid: id,
      about: toSubject(about),
      annotatorId: annotatorId(annotator),
      text,
      created,
    }),
  )
  return { documentIds, added, alreadyThere, wholeProject, withoutKey }

  function* insertTags(): Generator<void, (id: string) => TagId> {
    refuseDeep(dataset.tags)
    const { tags } = repositories
    const known = repositories.dataset.ids('tag')
    const keys = new Set(tags.list().map(({ key }) => key))
    const tagId = yield* each<Data.Tag, TagId>('tag', dataset.tags, ({ id, parent: _, key, ...rest }) => {
      const isTaken = key !== '' && keys.has(key)
      if (isTaken) withoutKey.push(rest.name)
      return tags.insert({ uid: id, parentId: null, key: isTaken ? '' : key, ...rest })
    })
    // A parent may stand after its children.
    for (const { id, parent } of dataset.tags) {
      if (parent !== null && !known.has(id)) tags.update(tagId(id), { parentId: tagId(parent) })
    }
    return tagId
  }

  function insertDocument(document: Data.Document): DocumentId {
    const { id, metadata, source, ...rest } = document
    const values = Object.fromEntries(metadata)
    const row = { ...rest, metadata: values, imported }
    const revisionId = prepared.get(id)
    const documentId =
      revisionId === undefined
        ? repositories.documents.insert({
            ...{ ...row, uid: id, source, text: dataset.textOf(id) },
            original: originalOf(document) ?? null,
            words: wordsOfLong.get(id),
          })
        : repositories.documents.appear(id, revisionId, row)
    const json = writeJson(new Map(metadata))
    if (json !== JSON.stringify(values)) repositories.dataset.setMetadata(documentId, json)
    documentIds.push(documentId)
    return documentId
  }

  function insertAnnotation(annotation: Data.Annotation): AnnotationId {
    const { id, document, annotator, tag, claim, speaker, attributes, ...rest } = annotation
    const foreign = foreignTexts.get(document)
    if (foreign) throw new ForeignText(foreign)
    const values = Object.fromEntries(attributes)
    const annotationId = repositories.annotations.insert({
      ...rest,
      uid: id,
      documentId: documentId(document),
      annotatorId: annotatorId(annotator),
      tagId: tagId(tag),
      claimId: claim === null ? null : claimId(claim),
      speakerId: speaker === null ? null : speakerId(speaker),
      attributes: values,
    })
    const json = writeJson(new Map(attributes))
    if (json !== JSON.stringify(values)) repositories.dataset.setAttributes(annotationId, json)
    return annotationId
  }

  /**
   * A link may point at one that comes after it. Row ids say the order in which they were made; each is inserted
   * after those it points at, so that taking the import back never meets a link without its end.
   */
  function* insertLinks(): Generator<void, (id: string) => LinkId> {
    const existing = yield* repositories.dataset.idsPausing('link')
    const fresh = dataset.links.filter(({ id }) => !existing.has(id))
    const first = repositories.dataset.nextLinkId()
    const rowIds = new Map(fresh.map(({ id }, index) => [id, (first + index) as LinkId]))
    const linkId = (id: string) => rowIds.get(id) ?? (existing.get(id) as LinkId)
    const toEnd = (end: Data.LinkEnd): LinkEnd => toLinkEnd(end, linkId)
    count('link', added, fresh.length)
    count('link', alreadyThere, dataset.links.length - fresh.length)

    for (const link of afterTheirEnds(fresh, (id) => existing.has(id))) {
      refuseLong(link)
      const { id, linkType, source, target, annotator, ...rest } = link
      const row = { ...rest, uid: id, linkTypeId: linkTypeId(linkType), annotatorId: annotatorId(annotator) }
      repositories.links.insert({ ...row, source: toEnd(source), target: toEnd(target) }, linkId(id))
      progress(++done, of)
      yield
    }
    return linkId
  }

  function toLinkEnd(end: Data.LinkEnd, linkId: (id: string) => LinkId): LinkEnd {
    if ('annotation' in end) return { annotation: annotationId(end.annotation) }
    return 'claim' in end ? { claim: claimId(end.claim) } : { link: linkId(end.link) }
  }

  function toSubject(about: Data.MemoSubject): MemoSubject {
    if ('project' in about) return about
    if ('document' in about) return { document: documentId(about.document) }
    if ('tag' in about) return { tag: tagId(about.tag) }
    if ('speaker' in about) return { speaker: speakerId(about.speaker) }
    return toLinkEnd(about, linkId)
  }
}

/** How many records it has. */
export const sizeOf = ({
  annotators,
  speakers,
  tags,
  linkTypes,
  documents,
  claims,
  ...rest
}: Data.Dataset): number =>
  [annotators, speakers, tags, linkTypes, documents, claims, rest.annotations, rest.links, rest.memos].reduce(
    (sum, { length }) => sum + length,
    0,
  )

function count(kind: Kind, counts: Map<Kind, number>, by = 1): void {
  if (by > 0) counts.set(kind, (counts.get(kind) ?? 0) + by)
}

/** From so many UTF-16 code units on the words of a text are counted in steps. */
const longText = 100_000

/** By the ids of their documents; `isThere`: whose text is in the project. */
function* wordsOfLongTexts(
  { documents, textOf }: Data.Dataset,
  isThere: (id: string) => boolean,
): Generator<void, Map<string, number>> {
  const words = new Map<string, number>()
  for (const { id } of documents) {
    if (!isThere(id) && lengthOf(textOf(id)) > longText) words.set(id, yield* countingWords(textOf(id).text))
  }
  return words
}

/** Documents of both that have another text in the project, by their ids; `known` are those of the project. */
function* foreignTextsIn(
  { documents }: Repositories,
  dataset: Data.Dataset,
  known: ReadonlyMap<string, number>,
): Generator<void, Map<string, Data.Document>> {
  const foreign = new Map<string, Data.Document>()
  for (const document of dataset.documents) {
    const there = known.get(document.id) as DocumentId | undefined
    if (there === undefined) continue
    if (documents.plainText(there) !== dataset.textOf(document.id).text) foreign.set(document.id, document)
    yield
  }
  return foreign
}
