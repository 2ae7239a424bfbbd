import type { Database } from 'better-sqlite3'
import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'

/** A document as a list shows it, without what is counted in it. */
export type DocumentHead = Omit<DocumentSummary, 'annotations' | 'claims' | 'unanswered' | 'links'>

type Row = Omit<DocumentHead, 'metadata'> & { metadata: string }

export function documentHeadRepository(database: Database) {
  const select = `
    SELECT document.id, uid, title, metadata, status, imported, length, words,
      coalesce(metadata ->> '$.date', '') AS date, coalesce(metadata ->> '$.outlet', '') AS outlet,
      coalesce(metadata ->> '$.author', '') AS author, coalesce(metadata ->> '$.language', '') AS language
    FROM document JOIN revision ON revision.id = revision_id JOIN word_count USING (revision_id)`
  const selectAll = database.prepare<[], Row>(`${select} WHERE present = 1 ORDER BY position, document.id`)
  const selectById = database.prepare<[DocumentId], Row>(`${select} WHERE present = 1 AND document.id = ?`)

  return {
    /** In project order. */
    list: (): DocumentHead[] => selectAll.all().map(fromRow),
    find(id: DocumentId): DocumentHead | undefined {
      const row = selectById.get(id)
      return row && fromRow(row)
    },
  }
}

const fromRow = ({ metadata, ...row }: Row): DocumentHead => ({ ...row, metadata: JSON.parse(metadata) })
