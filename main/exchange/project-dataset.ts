import type { AnnotationRow, DocumentRow } from '../../db/repositories/dataset.ts'
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
  // Nothing that stays may hold on to what was read.
  const { dataset, rows } = plainDataset(steadily((pause) => readRows(repositories, pause)))
  const row = (documentId: string) => rows.get(documentId)!
  return {
    ...inDatasetOrder({ ...dataset, textOf: (documentId) => revisions.get(row(documentId).revisionId) }),
    originalOf: (documentId) => revisions.original(row(documentId).revisionId),
    hasOriginal: (documentId) => row(documentId).hasOriginal === 1,
    earlierRevisionsOf: (documentId) => row(documentId).earlierRevisions,
  }
}

type Rows = ReturnType<typeof readRows>

/** The rows in plain values, and what is known of documents by their stable ids. */
function plainDataset(read: Rows): {
  dataset: Omit<Data.Dataset, 'textOf'>
  rows: ReadonlyMap<string, DocumentRow>
} {
  const { name, description } = read.project
  const rows = new Map(read.documents.map((row) => [row.id, row]))
  const uids = {
    annotator: uidsOf(read.annotators),
    speaker: uidsOf(read.speakers),
    tag: uidsOf(read.tags),
    linkType: uidsOf(read.linkTypes),
    document: uidsOf(read.details),
    claim: uidsOf(read.claims),
    annotation: new Map<number, string>(),
    link: uidsOf(read.links),
  }
  const annotations = read.details.flatMap(({ uid }, at) => annotationsOf(read.passages[at]!, uid, uids))
  const toEnd = (end: LinkEnd): Data.LinkEnd => {
    if ('annotation' in end) return { annotation: uids.annotation.get(end.annotation)! }
    return 'claim' in end ? { claim: uids.claim.get(end.claim)! } : { link: uids.link.get(end.link)! }
  }

  return {
    rows: new Map(read.details.map(({ id, uid }) => [uid, rows.get(id)!])),
    dataset: {
      project: { name, description },
      annotators: read.annotators.map(({ uid, name }) => ({ id: uid, name })),
      speakers: read.speakers.map(({ uid, id: _, ...speaker }) => ({ id: uid, ...speaker })),
      tags: read.tags.map(({ uid, id: _, uses: __, version: ___, outdated: ____, parentId, ...tag }) => ({
        id: uid,
        ...tag,
        parent: parentId === null ? null : uids.tag.get(parentId)!,
      })),
      linkTypes: read.linkTypes.map(({ uid, id: _, uses: __, ...linkType }) => ({ id: uid, ...linkType })),
      documents: read.details.map(({ id, uid, title, status, source }) => ({
        id: uid,
        title,
        metadata: readJson(rows.get(id)!.metadata) as ReadonlyMap<string, string>,
        status,
        source,
      })),
      claims: read.claims.map(({ uid, statement, note, created }) => ({ id: uid, statement, note, created })),
      annotations,
      links: read.links.map(({ uid, linkTypeId, source, target, annotatorId, ...link }) => ({
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
      memos: read.memos.map(({ uid, about, annotatorId, text, created }) => ({
        id: uid,
        about: toSubject(about, uids, toEnd),
        annotator: uids.annotator.get(annotatorId)!,
        text,
        created,
      })),
    },
  }
}

function readRows({ dataset, ...repositories }: Repositories, pause: () => void) {
  const inTurn = <T>(read: () => T): T => {
    pause()
    return read()
  }
  const details = repositories.documents.list()
  return {
    project: repositories.project.get(),
    documents: inTurn(() => dataset.documents()),
    details,
    annotators: repositories.annotators.list(),
    speakers: inTurn(() => repositories.speakers.list()),
    tags: repositories.tags.listByPosition(),
    linkTypes: repositories.linkTypes.list(),
    claims: inTurn(() => repositories.claims.list()),
    links: inTurn(() => repositories.links.list()),
    memos: inTurn(() => repositories.memos.list()),
    /** By document, in the order of `details`. */
    passages: details.map(({ id }) =>
      inTurn(() => ({ annotations: dataset.annotations(id), spans: dataset.spans(id) })),
    ),
  }
}

type Passages = Rows['passages'][number]

function uidsOf(things: readonly { id: number; uid: string }[]): Map<number, string> {
  return new Map(things.map(({ id, uid }) => [id, uid]))
}

/** Also enters their ids into `uids.annotation`. */
function annotationsOf(
  passages: Passages,
  document: string,
  uids: Record<'annotator' | 'speaker' | 'tag' | 'claim', Uids> & { annotation: Map<number, string> },
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

const noAttributes: Data.AttributeMap = new Map()

function attributesOf({ attributes }: AnnotationRow): Data.AttributeMap {
  return attributes === '{}' ? noAttributes : (readJson(attributes) as Data.AttributeMap)
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
