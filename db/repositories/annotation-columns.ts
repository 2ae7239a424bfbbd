import type { Database } from 'better-sqlite3'
import type { AnnotationColumns } from '../../preload/contract/annotation.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'

type Raw = [annotation: number, start: number, end: number, tag: number, annotator: number, claim: number]

/** The annotations of a document in bulk, for the text view. */
export function annotationColumnsRepository(database: Database) {
  const count = database
    .prepare<[DocumentId], number>(`SELECT count(*) FROM span WHERE document_id = ?`)
    .pluck()
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
      const rows = count.get(documentId) ?? 0
      const column = () => new Int32Array(rows)
      const columns = [column(), column(), column(), column(), column(), column()] as const
      let row = 0
      for (const values of select.iterate(documentId)) {
        for (let column = 0; column < 6; column++) columns[column]![row] = values[column]!
        row++
      }
      const [annotation, start, end, tag, annotator, claim] = columns
      return { annotation, start, end, tag, annotator, claim }
    },
  }
}
