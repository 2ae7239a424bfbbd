import type { Database } from 'better-sqlite3'
import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'

/** A place in a copy where an annotation is not wanted; `span` reaches from the first of its spans to the last. */
export interface DismissedCopy {
  annotationId: AnnotationId
  documentId: DocumentId
  span: Span
  /** Its words: by these it is known again where a corrected text has moved it. */
  quote: string
}

/** Annotations that were not wanted in a copy of their passage. */
export function dismissedCopyRepository(database: Database) {
  const select = database.prepare<
    [AnnotationId],
    Omit<DismissedCopy, 'span'> & { start: number; end: number }
  >(
    `SELECT annotation_id AS annotationId, document_id AS documentId, start, "end", quote FROM dismissed_copy
     WHERE annotation_id = ?`,
  )
  const insert = database.prepare(
    `INSERT INTO dismissed_copy (annotation_id, document_id, start, "end", quote, created)
     VALUES (:annotationId, :documentId, :start, :end, :quote, :created)`,
  )
  const remove = database.prepare<[AnnotationId, DocumentId, string]>(
    `DELETE FROM dismissed_copy WHERE annotation_id = ? AND document_id = ? AND quote = ?`,
  )
  const removeByDocument = database.prepare<[DocumentId]>(`DELETE FROM dismissed_copy WHERE document_id = ?`)
  const countAll = database.prepare<[], number>(`SELECT count(*) FROM dismissed_copy`).pluck()

  return {
    of: (id: AnnotationId): DismissedCopy[] =>
      select.all(id).map(({ start, end, ...rest }) => ({ ...rest, span: { start, end } })),
    insert: ({ span, ...rest }: DismissedCopy & { created: string }): void =>
      void insert.run({ ...rest, ...span }),
    /** Tells whether there was anything to delete. */
    delete: ({ annotationId, documentId, quote }: Omit<DismissedCopy, 'span'>): boolean =>
      remove.run(annotationId, documentId, quote).changes > 0,
    deleteByDocument: (id: DocumentId): number => removeByDocument.run(id).changes,
    count: (): number => countAll.get() ?? 0,
  }
}
