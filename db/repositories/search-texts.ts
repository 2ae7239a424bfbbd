import type { Database } from 'better-sqlite3'
import type { Metadata } from '../../preload/contract/document.ts'
import type { DocumentId, RevisionId } from '../../preload/contract/ids.ts'

/** A document as a search chooses it: by what is known about it, without its text. */
export interface SearchedDocument {
  documentId: DocumentId
  revisionId: RevisionId
  title: string
  metadata: Metadata
}

/** The texts of a project for searching. */
export function searchTextRepository(database: Database) {
  const selectAll = database.prepare<[], Omit<SearchedDocument, 'metadata'> & { metadata: string }>(
    `SELECT id AS documentId, revision_id AS revisionId, title, metadata FROM document WHERE present = 1
     ORDER BY position, id`,
  )
  const selectText = database.prepare<[RevisionId], string>(`SELECT text FROM revision WHERE id = ?`).pluck()

  return {
    /** In project order. */
    list: (): SearchedDocument[] =>
      selectAll.all().map(({ metadata, ...row }) => ({ ...row, metadata: JSON.parse(metadata) })),

    /** The plain text; read once and not kept. */
    text: (id: RevisionId): string => selectText.get(id) ?? '',
  }
}
