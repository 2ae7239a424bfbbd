import type { Database } from 'better-sqlite3'
import type { SavedSearchId } from '../../preload/contract/ids.ts'
import type { SavedSearch } from '../../preload/contract/saved-search.ts'
import type { SearchAsked } from '../../preload/contract/search.ts'
import { found } from './not-found.ts'

interface Row extends Omit<SavedSearch, 'asked'> {
  asked: string
}

/** Searches kept under a name, which is theirs alone, whatever its case. */
export function savedSearchRepository(database: Database) {
  const select = `SELECT id, name, asked FROM saved_search`
  const selectAll = database.prepare<[], Row>(`${select} ORDER BY name COLLATE NOCASE, id`)
  const selectById = database.prepare<[SavedSearchId], Row>(`${select} WHERE id = ?`)
  const selectByName = database.prepare<[string], Row>(`${select} WHERE name = ?`)
  const insert = database.prepare<[string, string]>(`INSERT INTO saved_search (name, asked) VALUES (?, ?)`)
  const update = database.prepare<[string, string, SavedSearchId]>(
    `UPDATE saved_search SET name = ?, asked = ? WHERE id = ?`,
  )
  const remove = database.prepare<[SavedSearchId]>(`DELETE FROM saved_search WHERE id = ?`)

  return {
    /** By name. */
    list: (): SavedSearch[] => selectAll.all().map(fromRow),
    get: (id: SavedSearchId): SavedSearch => fromRow(found(selectById.get(id), 'search')),
    findByName(name: string): SavedSearch | undefined {
      const row = selectByName.get(name)
      return row && fromRow(row)
    },
    insert: (name: string, asked: SearchAsked): SavedSearchId =>
      Number(insert.run(name, JSON.stringify(asked)).lastInsertRowid) as SavedSearchId,
    update: (id: SavedSearchId, name: string, asked: SearchAsked): boolean =>
      update.run(name, JSON.stringify(asked), id).changes > 0,
    delete: (id: SavedSearchId): boolean => remove.run(id).changes > 0,
  }
}

const fromRow = ({ asked, ...row }: Row): SavedSearch => ({ ...row, asked: JSON.parse(asked) })
