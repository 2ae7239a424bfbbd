import type { Database } from 'better-sqlite3'
import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'

export interface Noted {
  id: AnnotationId
  note: string
}

/** More would fill no screen; they share a line or two. */
const mostRead = 400

/** Annotations that have something to say in the margin: a note, or a link of their own or of the claim they state. */
export function marginRepository(database: Database) {
  const select = database.prepare<[number, DocumentId, number, number, number], Noted>(
    `SELECT annotation.id, substr(note, 1, ?) AS note
     FROM span CROSS JOIN annotation ON annotation.id = annotation_id
     WHERE span.document_id = ? AND start >= ? AND start < ? AND span.position = 0 AND (
       note <> ''
       OR EXISTS (SELECT 1 FROM link WHERE source_annotation_id = annotation.id)
       OR EXISTS (SELECT 1 FROM link WHERE target_annotation_id = annotation.id)
       OR EXISTS (SELECT 1 FROM link WHERE source_claim_id = claim_id)
       OR EXISTS (SELECT 1 FROM link WHERE target_claim_id = claim_id))
     ORDER BY start, "end" DESC, annotation_id LIMIT ?`,
  )

  return {
    /** Those that begin in a stretch of the text, in reading order; of a note its first `length` characters. */
    list: (documentId: DocumentId, { start, end }: Span, length: number): Noted[] =>
      select.all(length, documentId, start, end, mostRead),
  }
}
