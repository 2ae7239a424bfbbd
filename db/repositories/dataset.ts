import type { Database } from 'better-sqlite3'
import type {
  AnnotationId,
  AnnotatorId,
  ClaimId,
  DocumentId,
  RevisionId,
  SpeakerId,
  TagId,
} from '../../preload/contract/ids.ts'

/** An annotation without its spans. `attributes` is the JSON as it is kept. */
export interface AnnotationRow {
  id: AnnotationId
  uid: string
  annotatorId: AnnotatorId
  tagId: TagId
  claimId: ClaimId | null
  speakerId: SpeakerId | null
  attributes: string
  confidence: number | null
  note: string
  created: string
}

export interface SpanRow {
  annotationId: AnnotationId
  start: number
  end: number
}

export interface DocumentRow {
  id: DocumentId
  revisionId: RevisionId
  /** The JSON as it is kept. */
  metadata: string
  /** 1 when the imported file's bytes are kept, else 0. */
  hasOriginal: number
  earlierRevisions: number
}

/** How long the texts that are there are with their structure, in bytes as they are kept. */
export interface TextOctets {
  all: number
  longest: number
}

export type Kind =
  | 'annotator'
  | 'speaker'
  | 'tag'
  | 'link_type'
  | 'document'
  | 'claim'
  | 'annotation'
  | 'link'
  | 'memo'

/** So many are read in about a millisecond. */
const idsAtOnce = 1000

/**
 * What exchange needs beyond the repositories of each noun: many rows at once, ids by uid, and maps as the JSON
 * they are kept as, because an object of JavaScript moves names such as `2021` to its front.
 */
export function datasetRepository(database: Database) {
  const selectDocuments = database.prepare<[], DocumentRow>(
    `SELECT document.id, revision_id AS revisionId, metadata, original_id IS NOT NULL AS hasOriginal,
       (SELECT count(*) - 1 FROM revision AS other WHERE other.document_id = document.id) AS earlierRevisions
     FROM document JOIN revision ON revision.id = revision_id WHERE present = 1 ORDER BY position, document.id`,
  )
  const selectAnnotations = database.prepare<[DocumentId], AnnotationRow>(
    `SELECT id, uid, annotator_id AS annotatorId, tag_id AS tagId, claim_id AS claimId, speaker_id AS speakerId,
       attributes, confidence, note, created
     FROM annotation WHERE document_id = ?`,
  )
  const selectSpans = database.prepare<[DocumentId], SpanRow>(
    `SELECT annotation_id AS annotationId, start, "end" FROM span WHERE document_id = ?
     ORDER BY annotation_id, position`,
  )
  const idsOf = (kind: Kind) => {
    const condition = kind === 'document' ? 'WHERE present = 1' : ''
    return database.prepare<[], [string, number]>(`SELECT uid, id FROM ${kind} ${condition}`).raw()
  }
  const selectIds: Record<Kind, ReturnType<typeof idsOf>> = {
    annotator: idsOf('annotator'),
    speaker: idsOf('speaker'),
    tag: idsOf('tag'),
    link_type: idsOf('link_type'),
    document: idsOf('document'),
    claim: idsOf('claim'),
    annotation: idsOf('annotation'),
    link: idsOf('link'),
    memo: idsOf('memo'),
  }
  const selectLastLink = database
    .prepare<[], number>(`SELECT seq FROM sqlite_sequence WHERE name = 'link'`)
    .pluck()
  const sumTexts = database.prepare<[], TextOctets>(
    `SELECT coalesce(sum(octets), 0) AS "all", coalesce(max(octets), 0) AS longest FROM (
       SELECT octet_length(text) + octet_length(blocks) + octet_length(marks) + octet_length(breaks) AS octets
       FROM document JOIN revision ON revision.id = revision_id WHERE present = 1)`,
  )
  const countMostAnnotations = database
    .prepare<[], number>(`SELECT count(*) FROM annotation GROUP BY document_id ORDER BY 1 DESC LIMIT 1`)
    .pluck()
  const countSteps = database.prepare<[], number>(`SELECT count(*) FROM step`).pluck()
  const countTagVersions = database.prepare<[], number>(`SELECT count(*) FROM tag_version`).pluck()
  const setMetadata = database.prepare<[string, DocumentId]>(`UPDATE document SET metadata = ? WHERE id = ?`)
  const setAttributes = database.prepare<[string, AnnotationId]>(
    `UPDATE annotation SET attributes = ? WHERE id = ?`,
  )

  return {
    /** In project order. */
    documents: (): DocumentRow[] => selectDocuments.all(),
    /** In no particular order. */
    annotations: (id: DocumentId): AnnotationRow[] => selectAnnotations.all(id),
    /** Those of one annotation together and in reading order. */
    spans: (id: DocumentId): SpanRow[] => selectSpans.all(id),

    /** Row ids by uid, of all that is there. */
    ids: (kind: Kind): Map<string, number> => new Map(selectIds[kind].all()),
    /** The same; pauses so often that nobody waits for it. Nothing else may be asked of this connection in a pause. */
    *idsPausing(kind: Kind): Generator<void, Map<string, number>> {
      const ids = new Map<string, number>()
      for (const [uid, id] of selectIds[kind].iterate()) {
        ids.set(uid, id)
        if (ids.size % idsAtOnce === 0) yield
      }
      return ids
    },
    /** The id that the next link will get: a link may point at one that is inserted after it. */
    nextLinkId: (): number => (selectLastLink.get() ?? 0) + 1,

    /** Without reading the texts. */
    textOctets: (): TextOctets => sumTexts.get()!,
    /** Of the document that has most. */
    mostAnnotations: (): number => countMostAnnotations.get() ?? 0,
    countSteps: (): number => countSteps.get() ?? 0,
    countTagVersions: (): number => countTagVersions.get() ?? 0,

    setMetadata: (id: DocumentId, json: string): void => void setMetadata.run(json, id),
    setAttributes: (id: AnnotationId, json: string): void => void setAttributes.run(json, id),
  }
}
