import type { Database } from 'better-sqlite3'
import type { Annotator } from '../../preload/contract/annotator.ts'
import type { AnnotatorId } from '../../preload/contract/ids.ts'
import { found } from './not-found.ts'

/** The people whose work is in the project. */
export function annotatorRepository(database: Database) {
  const select = `SELECT id, uid, name FROM annotator`
  const selectAll = database.prepare<[], Annotator>(`${select} ORDER BY id`)
  const selectById = database.prepare<[AnnotatorId], Annotator>(`${select} WHERE id = ?`)
  const selectByUid = database.prepare<[string], Annotator>(`${select} WHERE uid = ?`)
  const selectByName = database.prepare<[string], Annotator>(`${select} WHERE name = ? ORDER BY id LIMIT 1`)
  const insert = database.prepare<[string, string]>(`INSERT INTO annotator (uid, name) VALUES (?, ?)`)
  const rename = database.prepare<[string, AnnotatorId]>(`UPDATE annotator SET name = ? WHERE id = ?`)

  const find = (id: AnnotatorId): Annotator | undefined => selectById.get(id)

  return {
    /** In the order they joined the project. */
    list: (): Annotator[] => selectAll.all(),
    find,
    get: (id: AnnotatorId): Annotator => found(find(id), 'annotator'),
    findByUid: (uid: string): Annotator | undefined => selectByUid.get(uid),
    /** The first of that name. */
    findByName: (name: string): Annotator | undefined => selectByName.get(name),
    insert: ({ uid, name }: Omit<Annotator, 'id'>): AnnotatorId =>
      Number(insert.run(uid, name).lastInsertRowid) as AnnotatorId,
    rename: (id: AnnotatorId, name: string): boolean => rename.run(name, id).changes > 0,
  }
}
