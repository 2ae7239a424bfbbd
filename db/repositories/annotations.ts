import type { Database } from 'better-sqlite3'
import type { Annotation, AnnotationBrief, AttributeValues } from '../../preload/contract/annotation.ts'
import type {
  AnnotationId,
  AnnotatorId,
  ClaimId,
  DocumentId,
  SpeakerId,
  TagId,
} from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import { anchorsOf } from '../anchors.ts'
import { type Change, columnUpdater } from './change-columns.ts'
import type { documentRepository } from './documents.ts'
import { found } from './not-found.ts'

/** `spans` in UTF-16 code units of the document’s present text; the words are cut from it here. */
export interface NewAnnotation {
  uid: string
  documentId: DocumentId
  annotatorId: AnnotatorId
  tagId: TagId
  claimId?: ClaimId | null
  speakerId?: SpeakerId | null
  spans: readonly Span[]
  attributes?: AttributeValues
  confidence?: number | null
  note?: string
  created: string
}

export type AnnotationChange = Change<
  Pick<Annotation, 'tagId' | 'claimId' | 'speakerId' | 'confidence' | 'note' | 'attributes'>
>

interface AnnotationRow extends Omit<Annotation, 'spans' | 'quote' | 'attributes'> {
  attributes: string
}
interface SpanRow extends Span {
  annotationId: AnnotationId
  quote: string
}

/** Passages with a tag. */
export function annotationRepository(database: Database, documents: ReturnType<typeof documentRepository>) {
  const select = `
    SELECT id, uid, document_id AS documentId, tag_id AS tagId, annotator_id AS annotatorId, claim_id AS claimId,
      speaker_id AS speakerId, tag_version AS tagVersion, attributes, confidence, note, created
    FROM annotation`
  const selectById = database.prepare<[AnnotationId], AnnotationRow>(`${select} WHERE id = ?`)
  const selectByUid = database.prepare<[string], AnnotationRow>(`${select} WHERE uid = ?`)
  const selectByDocument = database.prepare<[DocumentId], AnnotationRow>(`${select} WHERE document_id = ?`)
  const selectBrief = database.prepare<[AnnotationId], Omit<AnnotationBrief, 'spans'>>(
    `SELECT id, document_id AS documentId, tag_id AS tagId, annotator_id AS annotatorId, claim_id AS claimId,
       speaker_id AS speakerId, tag_version AS tagVersion
     FROM annotation WHERE id = ?`,
  )
  const idsWhere = (condition: string) =>
    database
      .prepare<[number], AnnotationId>(`SELECT id FROM annotation WHERE ${condition} ORDER BY id`)
      .pluck()
  const idsByDocument = idsWhere('document_id = ?')
  const idsByClaim = idsWhere('claim_id = ?')

  const span = `SELECT annotation_id AS annotationId, start, "end", quote FROM span`
  const spansByAnnotation = database.prepare<[AnnotationId], SpanRow>(
    `${span} WHERE annotation_id = ? ORDER BY position`,
  )
  const spansByDocument = database.prepare<[DocumentId], SpanRow>(
    `${span} WHERE document_id = ? ORDER BY start, "end" DESC, annotation_id`,
  )

  const selectSame = database
    .prepare<{ documentId: DocumentId; tagId: TagId; annotatorId: AnnotatorId } & Span, AnnotationId>(
      `SELECT annotation.id FROM span CROSS JOIN annotation ON annotation.id = annotation_id
       WHERE span.document_id = :documentId AND start = :start AND "end" = :end AND position = 0
         AND tag_id = :tagId AND annotator_id = :annotatorId`,
    )
    .pluck()
  const selectWithAttributes = database
    .prepare<[DocumentId, TagId], [AnnotationId, string]>(
      `SELECT id, attributes FROM annotation WHERE document_id = ? AND tag_id = ?`,
    )
    .raw()

  const insert = database.prepare(
    `INSERT INTO annotation
       (uid, document_id, annotator_id, tag_id, tag_version, claim_id, speaker_id, attributes, confidence, note, created)
     VALUES (:uid, :documentId, :annotatorId, :tagId, (SELECT version FROM tag WHERE id = :tagId), :claimId, :speakerId,
       :attributes, :confidence, :note, :created)`,
  )
  const insertSpan = database.prepare(
    `INSERT INTO span (annotation_id, document_id, position, start, "end", quote, prefix, suffix)
     VALUES (:annotationId, :documentId, :position, :start, :end, :quote, :prefix, :suffix)`,
  )
  const update = columnUpdater<
    'tag_id' | 'tag_version' | 'claim_id' | 'speaker_id' | 'attributes' | 'confidence' | 'note'
  >(database, 'annotation')
  const removeSpans = database.prepare<[AnnotationId]>(`DELETE FROM span WHERE annotation_id = ?`)
  const remove = database.prepare<[AnnotationId]>(`DELETE FROM annotation WHERE id = ?`)
  const retag = database.prepare<{ from: TagId; to: TagId }>(
    `UPDATE annotation SET tag_id = :to, tag_version = (SELECT version FROM tag WHERE id = :to) WHERE tag_id = :from`,
  )
  const versionOf = database.prepare<[TagId], number>(`SELECT version FROM tag WHERE id = ?`).pluck()
  const hasAnyUnder = database
    .prepare<[TagId, number], number>(
      `SELECT EXISTS (SELECT 1 FROM annotation WHERE tag_id = ? AND tag_version = ?)`,
    )
    .pluck()
  const removeByDocument = database.prepare<[DocumentId]>(`DELETE FROM annotation WHERE document_id = ?`)
  const removeByTag = database.prepare<[TagId]>(`DELETE FROM annotation WHERE tag_id = ?`)
  const countByDocument = database
    .prepare<[DocumentId], number>(`SELECT count(*) FROM annotation WHERE document_id = ?`)
    .pluck()
  const countAll = database.prepare<[], number>(`SELECT count(*) FROM annotation`).pluck()

  const find = (id: AnnotationId): Annotation | undefined => withSpans(selectById.get(id))

  function withSpans(row: AnnotationRow | undefined): Annotation | undefined {
    return row && assemble(row, spansByAnnotation.all(row.id))
  }

  function insertSpans(annotationId: AnnotationId, documentId: DocumentId, spans: readonly Span[]): void {
    for (const [position, anchor] of anchorsOf(documents.plainText(documentId), spans).entries()) {
      insertSpan.run({ annotationId, documentId, position, ...anchor })
    }
  }

  return {
    find,
    get: (id: AnnotationId): Annotation => found(find(id), 'annotation'),
    findByUid: (uid: string): Annotation | undefined => withSpans(selectByUid.get(uid)),
    findBrief(id: AnnotationId): AnnotationBrief | undefined {
      const row = selectBrief.get(id)
      return row && { ...row, spans: spansByAnnotation.all(id).map(({ start, end }) => ({ start, end })) }
    },

    /** Of the same annotator, with the same tag and exactly these spans. */
    findSame({
      spans,
      ...rest
    }: Pick<NewAnnotation, 'documentId' | 'annotatorId' | 'tagId' | 'spans'>): AnnotationId | undefined {
      const isSame = (id: AnnotationId) => {
        const own = spansByAnnotation.all(id)
        return (
          own.length === spans.length &&
          own.every(({ start, end }, i) => start === spans[i]!.start && end === spans[i]!.end)
        )
      }
      return selectSame.all({ ...rest, ...spans[0]! }).find(isSame)
    },

    /** Those of a document that have a tag, with the values of their attributes. */
    attributesByTag: (documentId: DocumentId, tagId: TagId): [AnnotationId, AttributeValues][] =>
      selectWithAttributes.all(documentId, tagId).map(([id, attributes]) => [id, JSON.parse(attributes)]),

    /** By their first span: by start, the longer first, then by id. */
    listByDocument(id: DocumentId): Annotation[] {
      const spans = Map.groupBy(spansByDocument.all(id), ({ annotationId }) => annotationId)
      const rows = new Map(selectByDocument.all(id).map((row) => [row.id, row]))
      // A map keeps the order in which its keys came: that of the first spans.
      return [...spans].map(([annotationId, own]) =>
        assemble(found(rows.get(annotationId), 'annotation'), own),
      )
    },
    count: (): number => countAll.get() ?? 0,
    countByDocument: (id: DocumentId): number => countByDocument.get(id) ?? 0,
    idsByDocument: (id: DocumentId): AnnotationId[] => idsByDocument.all(id),
    idsByClaim: (id: ClaimId): AnnotationId[] => idsByClaim.all(id),

    /** Fails with `bad-span`, and with `not-found` when the document has gone. */
    insert({
      spans,
      attributes = {},
      claimId = null,
      speakerId = null,
      confidence = null,
      note = '',
      ...rest
    }: NewAnnotation): AnnotationId {
      const row = { ...rest, attributes: JSON.stringify(attributes), claimId, speakerId, confidence, note }
      const id = Number(insert.run(row).lastInsertRowid) as AnnotationId
      insertSpans(id, rest.documentId, spans)
      return id
    },

    /** A new tag counts as given under its present definition. */
    update: (
      id: AnnotationId,
      { tagId, claimId, speakerId, attributes, ...rest }: AnnotationChange,
    ): boolean =>
      update(id, {
        tag_id: tagId,
        tag_version: tagId && versionOf.get(tagId),
        claim_id: claimId,
        speaker_id: speakerId,
        attributes: attributes && JSON.stringify(attributes),
        ...rest,
      }),

    /** Fails with `bad-span`, and with `not-found` when the annotation has gone. */
    replaceSpans(id: AnnotationId, spans: readonly Span[]): void {
      const { documentId } = found(selectBrief.get(id), 'annotation')
      removeSpans.run(id)
      insertSpans(id, documentId, spans)
    },

    /** Whether any was made, or last found right, under that version of the tag. */
    hasAnyUnder: (id: TagId, version: number): boolean => hasAnyUnder.get(id, version) === 1,

    /** Gives every annotation of one tag another, as if each were given it now. */
    retag: (from: TagId, to: TagId): number => retag.run({ from, to }).changes,

    /** Its spans, links and memos go with it. */
    delete: (id: AnnotationId): boolean => remove.run(id).changes > 0,
    deleteByDocument: (id: DocumentId): number => removeByDocument.run(id).changes,
    deleteByTag: (id: TagId): number => removeByTag.run(id).changes,
  }
}

function assemble({ attributes, ...row }: AnnotationRow, spans: readonly SpanRow[]): Annotation {
  return {
    ...row,
    attributes: JSON.parse(attributes),
    spans: spans.map(({ start, end }) => ({ start, end })),
    quote: spans.map(({ quote }) => quote),
  }
}
