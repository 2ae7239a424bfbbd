import type { Database } from 'better-sqlite3'
import type { AnnotationId, DocumentId, RevisionId } from '../../preload/contract/ids.ts'

/** A state of a document’s text. */
export interface EarlierText {
  documentId: DocumentId
  revisionId: RevisionId
  number: number
  created: string
}

/** What passages say, and said before their texts were corrected. */
export function wordingRepository(database: Database) {
  const selectPiece = database
    .prepare<{ after: number; most: number }, [id: number, annotation: AnnotationId, quote: string]>(
      `SELECT id, annotation_id, quote FROM span WHERE id > :after ORDER BY id LIMIT :most`,
    )
    .raw()
  const selectOf = database
    .prepare<[AnnotationId], string>(`SELECT quote FROM span WHERE annotation_id = ? ORDER BY position`)
    .pluck()
  const selectRevisions = database.prepare<[], EarlierText>(
    `SELECT revision.document_id AS documentId, revision.id AS revisionId, number, revision.created
     FROM (SELECT document_id AS corrected FROM revision GROUP BY document_id HAVING count(*) > 1)
     CROSS JOIN revision ON document_id = corrected
     ORDER BY revision.document_id, number`,
  )

  return {
    /** The next so many spans after an id: `[id, annotation, quote]`. */
    piece: (after: number, most: number) => selectPiece.all({ after, most }),
    /** Of each span of an annotation, in reading order. */
    quotes: (id: AnnotationId): string[] => selectOf.all(id),
    /** All revisions of documents that have several, by document, the earliest first. */
    revisionsOfCorrected: (): EarlierText[] => selectRevisions.all(),
  }
}
