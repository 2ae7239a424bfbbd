import type { Database } from 'better-sqlite3'
import type { AnnotationColumns } from '../../preload/contract/annotation.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'

type Raw = [annotation: number, start: number, end: number, tag: number, annotator: number, claim: number]

/** The annotations of a document in bulk, for the text view. */
export function annotationColumnsRepository(database: Database) {
  const select = database
    .prepare<[DocumentId], Raw>(
      `SELECT annotation_id, start, "end", tag_id, annotator_id, coalesce(claim_id, 0)
       FROM span CROSS JOIN annotation ON annotation.id = annotation_id
       WHERE span.document_id = ? ORDER BY start, "end" DESC, annotation_id`,
    )
    .raw()

  return {
    /** One row a span, by start, the longer first, then by annotation. */
    of(documentId: DocumentId): AnnotationColumns {
      const rows = select.all(documentId)
      const column = (of: number) => Int32Array.from(rows, (row) => row[of]!)
      return {
        annotation: column(0),
        start: column(1),
        end: column(2),
        tag: column(3),
        annotator: column(4),
        claim: column(5),
      }
    },
  }
}
