import type { Database } from 'better-sqlite3'
import type { DocumentHead } from '../../preload/contract/document.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'

type Row = Omit<DocumentHead, 'metadata'> & { metadata: string }

export function documentHeadRepository(database: Database) {
  const select = (from: string) => `
    SELECT document.id, uid, title, metadata, status, imported, source_name AS file, length, words,
      coalesce(metadata ->> '$.date', '') AS date, coalesce(metadata ->> '$.outlet', '') AS outlet,
      coalesce(metadata ->> '$.author', '') AS author, coalesce(metadata ->> '$.language', '') AS language
    FROM ${from} JOIN revision ON revision.id = revision_id JOIN word_count USING (revision_id)`
  const selectAll = database.prepare<[], Row>(
    `${select('document')} WHERE present = 1 ORDER BY position, document.id`,
  )
  const selectSome = database.prepare<[string], Row>(
    `${select('json_each(?) AS wanted CROSS JOIN document ON document.id = wanted.value')}
     WHERE present = 1 ORDER BY wanted.key`,
  )

  return {
    /** In project order. */
    list: (): DocumentHead[] => selectAll.all().map(fromRow),
    /** Those that are there, in this order. */
    some: (ids: readonly DocumentId[]): DocumentHead[] => selectSome.all(JSON.stringify(ids)).map(fromRow),
  }
}

const fromRow = ({ metadata, ...row }: Row): DocumentHead => ({ ...row, metadata: JSON.parse(metadata) })
