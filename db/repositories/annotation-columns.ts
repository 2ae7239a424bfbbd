import type { Database } from 'better-sqlite3'
import type { AnnotationColumns } from '../../preload/contract/annotation.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'

const names = ['annotation', 'start', 'end', 'tag', 'annotator', 'claim'] as const

/** The annotations of a document in bulk, for the text view. */
export function annotationColumnsRepository(database: Database) {
  // A JSON text a column: half of what 50,000 rows of numbers cost.
  const select = database
    .prepare<[DocumentId], string[]>(
      `SELECT ${names.map((name) => `json_group_array("${name}")`).join(', ')}
       FROM (
         SELECT annotation_id AS annotation, start, "end", tag_id AS tag, annotator_id AS annotator,
           coalesce(claim_id, 0) AS claim
         FROM span CROSS JOIN annotation ON annotation.id = annotation_id
         WHERE span.document_id = ? ORDER BY start, "end" DESC, annotation_id
       )`,
    )
    .raw()

  return {
    /** One row a span, by start, the longer first, then by annotation. */
    of(documentId: DocumentId): AnnotationColumns {
      const columns = select.get(documentId)!.map((column) => new Int32Array(JSON.parse(column) as number[]))
      return Object.fromEntries(names.map((name, i) => [name, columns[i]])) as AnnotationColumns
    },
  }
}
