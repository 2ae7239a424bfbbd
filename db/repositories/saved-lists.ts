import type { Database } from 'better-sqlite3'
import type { SavedListId } from '../../preload/contract/ids.ts'
import type { SavedList } from '../../preload/contract/saved-list.ts'
import type { WorkListAsked } from '../../preload/contract/work-list.ts'
import { found } from './not-found.ts'

interface Row extends Omit<SavedList, 'asked'> {
  asked: string
}

/** Work lists kept under a name, which is theirs alone, whatever its case. */
export function savedListRepository(database: Database) {
  const select = `SELECT id, name, asked FROM saved_list`
  const selectAll = database.prepare<[], Row>(`${select} ORDER BY name COLLATE NOCASE, id`)
  const selectById = database.prepare<[SavedListId], Row>(`${select} WHERE id = ?`)
  const selectByName = database.prepare<[string], Row>(`${select} WHERE name = ?`)
  const insert = database.prepare<[string, string]>(`INSERT INTO saved_list (name, asked) VALUES (?, ?)`)
  const update = database.prepare<[string, string, SavedListId]>(
    `UPDATE saved_list SET name = ?, asked = ? WHERE id = ?`,
  )
  const remove = database.prepare<[SavedListId]>(`DELETE FROM saved_list WHERE id = ?`)

  return {
    /** By name. */
    list: (): SavedList[] => selectAll.all().map(fromRow),
    get: (id: SavedListId): SavedList => fromRow(found(selectById.get(id), 'list')),
    findByName(name: string): SavedList | undefined {
      const row = selectByName.get(name)
      return row && fromRow(row)
    },
    insert: (name: string, asked: WorkListAsked): SavedListId =>
      Number(insert.run(name, JSON.stringify(asked)).lastInsertRowid) as SavedListId,
    update: (id: SavedListId, name: string, asked: WorkListAsked): boolean =>
      update.run(name, JSON.stringify(asked), id).changes > 0,
    delete: (id: SavedListId): boolean => remove.run(id).changes > 0,
  }
}

const fromRow = ({ asked, ...row }: Row): SavedList => ({ ...row, asked: JSON.parse(asked) })
