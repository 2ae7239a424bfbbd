import type { AnnotationRow, DocumentRow, SpanRow } from '../../db/repositories/dataset.ts'
import type { Repositories } from '../../db/repositories/index.ts'
import type { LinkEnd } from '../../preload/contract/link.ts'
import type { MemoSubject } from '../../preload/contract/memo.ts'
import type { Span } from '../../preload/contract/text.ts'
import type * as Data from './dataset.ts'
import { inDatasetOrder } from './dataset-order.ts'
import { readJson } from './json.ts'

/** A dataset that comes from an open project. */
export interface ProjectDataset extends Data.Dataset {
  /** The file a document was imported from, where the project keeps it. */
  originalOf(documentId: string): Uint8Array | undefined
  hasOriginal(documentId: string): boolean
  /** How many states of its text came before the present one. */
  earlierRevisionsOf(documentId: string): number
}

type Uids = ReadonlyMap<number, string>

/** Reads one state; whatever is called in it between its parts lets others write. */
export type ReadSteadily = <T>(read: (pause: () => void) => T) => T

/**
 * The whole project as it is now. All but the texts is read by `steadily`, so that it is one state whatever is changed
 * meanwhile; texts are never changed and read when asked for.
 */
export function projectDataset(
  repositories: Repositories,
  steadily: ReadSteadily = (read) => read(() => {}),
): ProjectDataset {
  const { revisions } = repositories
  const { dataset, rows } = steadily((pause) => readPlainly(repositories, pause))
  const row = (documentId: string) => rows.get(documentId)!
  return {
    ...inDatasetOrder({ ...dataset, textOf: (documentId) => revisions.get(row(documentId).revisionId) }),
    originalOf: (documentId) => revisions.original(row(documentId).revisionId),
    hasOriginal: (documentId) => row(documentId).hasOriginal === 1,
    earlierRevisionsOf: (documentId) => row(documentId).earlierRevisions,
  }
}

/**
 * The project in plain values, and what is known of documents by their stable ids. Rows become plain values document
 * by document: a large project is never held twice.
 */
function readPlainly(
  { dataset, ...repositories }: Repositories,
  pause: () => void,
): { dataset: Omit<Data.Dataset, 'textOf'>; rows: ReadonlyMap<string, DocumentRow> } {
  const inTurn = <T>(read: () => T): T => {
    pause()
    return read()
  }
  const { name, description } = repositories.project.get()
  const details = repositories.documents.list()
  const rows = new Map(inTurn(() => dataset.documents()).map((row) => [row.id, row]))
  const annotators = repositories.annotators.list()
  const speakers = inTurn(() => repositories.speakers.list())
  const tags = repositories.tags.listByPosition()
  const linkTypes = repositories.linkTypes.list()
  const claims = inTurn(() => repositories.claims.list())
  const uids = {
    annotator: uidsOf(annotators),
    speaker: uidsOf(speakers),
    tag: uidsOf(tags),
    linkType: uidsOf(linkTypes),
    document: uidsOf(details),
    claim: uidsOf(claims),
    annotation: new Map<number, string>(),
  }
  const annotations: Data.Annotation[] = []
  const attributesOf = attributeReader()
  for (const { id, uid } of details) {
    inTurn(() => {
      const passages = { annotations: dataset.annotations(id), spans: dataset.spans(id) }
      for (const one of annotationsOf(passages, uid, uids, attributesOf)) annotations.push(one)
    })
  }
  const links = inTurn(() => repositories.links.list())
  const memos = inTurn(() => repositories.memos.list())
  const linkUids = uidsOf(links)
  const toEnd = (end: LinkEnd): Data.LinkEnd => {
    if ('annotation' in end) return { annotation: uids.annotation.get(end.annotation)! }
    return 'claim' in end ? { claim: uids.claim.get(end.claim)! } : { link: linkUids.get(end.link)! }
  }

  return {
    rows: new Map(details.map(({ id, uid }) => [uid, rows.get(id)!])),
    dataset: {
      project: { name, description },
      annotators: annotators.map(({ uid, name }) => ({ id: uid, name })),
      speakers: speakers.map(({ uid, id: _, ...speaker }) => ({ id: uid, ...speaker })),
      tags: tags.map(({ uid, id: _, uses: __, version: ___, outdated: ____, parentId, ...tag }) => ({
        id: uid,
        ...tag,
        parent: parentId === null ? null : uids.tag.get(parentId)!,
      })),
      linkTypes: linkTypes.map(({ uid, id: _, uses: __, ...linkType }) => ({ id: uid, ...linkType })),
      documents: details.map(({ id, uid, title, status, source }) => ({
        id: uid,
        title,
        metadata: readJson(rows.get(id)!.metadata) as ReadonlyMap<string, string>,
        status,
        source,
      })),
      claims: claims.map(({ uid, statement, note, created }) => ({ id: uid, statement, note, created })),
      annotations,
      links: links.map(({ uid, linkTypeId, source, target, annotatorId, ...link }) => ({
        id: uid,
        linkType: uids.linkType.get(linkTypeId)!,
        source: toEnd(source),
        target: toEnd(target),
        annotator: uids.annotator.get(annotatorId)!,
        strength: link.strength,
        status: link.status,
        note: link.note,
        created: link.created,
      })),
      memos: memos.map(({ uid, about, annotatorId, text, created }) => ({
        id: uid,
        about: toSubject(about, uids, toEnd),
        annotator: uids.annotator.get(annotatorId)!,
        text,
        created,
      })),
    },
  }
}

interface Passages {
  annotations: AnnotationRow[]
  spans: SpanRow[]
}

function uidsOf(things: readonly { id: number; uid: string }[]): Map<number, string> {
  return new Map(things.map(({ id, uid }) => [id, uid]))
}

/** Also enters their ids into `uids.annotation`. */
function annotationsOf(
  passages: Passages,
  document: string,
  uids: Record<'annotator' | 'speaker' | 'tag' | 'claim', Uids> & { annotation: Map<number, string> },
  attributesOf: (row: AnnotationRow) => Data.AttributeMap,
): Data.Annotation[] {
  const spans = new Map<number, Span[]>()
  for (const { annotationId, start, end } of passages.spans) {
    const own = spans.get(annotationId)
    if (own) own.push({ start, end })
    else spans.set(annotationId, [{ start, end }])
  }
  return passages.annotations.map((row) => {
    uids.annotation.set(row.id, row.uid)
    return {
      id: row.uid,
      document,
      annotator: uids.annotator.get(row.annotatorId)!,
      tag: uids.tag.get(row.tagId)!,
      spans: spans.get(row.id)!,
      claim: row.claimId === null ? null : uids.claim.get(row.claimId)!,
      speaker: row.speakerId === null ? null : uids.speaker.get(row.speakerId)!,
      attributes: attributesOf(row),
      confidence: row.confidence,
      note: row.note,
      created: row.created,
    }
  })
}

/** Different attributes that are remembered. */
const mostAttributes = 1000

/** The same attributes are the same map: most annotations of a tag have one of few values. */
function attributeReader(): (row: AnnotationRow) => Data.AttributeMap {
  const known = new Map<string, Data.AttributeMap>([['{}', new Map()]])
  return ({ attributes }) => {
    const own = known.get(attributes) ?? (readJson(attributes) as Data.AttributeMap)
    if (known.size < mostAttributes) known.set(attributes, own)
    return own
  }
}

function toSubject(
  about: MemoSubject,
  uids: Record<'document' | 'tag' | 'speaker', Uids>,
  toEnd: (end: LinkEnd) => Data.LinkEnd,
): Data.MemoSubject {
  if ('project' in about) return about
  if ('document' in about) return { document: uids.document.get(about.document)! }
  if ('tag' in about) return { tag: uids.tag.get(about.tag)! }
  if ('speaker' in about) return { speaker: uids.speaker.get(about.speaker)! }
  return toEnd(about)
}
