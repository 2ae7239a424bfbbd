import type { Database } from 'better-sqlite3'
import type { SpeakerId } from '../../preload/contract/ids.ts'
import type { Speaker } from '../../preload/contract/speaker.ts'
import { type Change, columnUpdater } from './change-columns.ts'
import { found } from './not-found.ts'

interface SpeakerRow extends Omit<Speaker, 'variants'> {
  variants: string
}

/** Who is quoted or reported in the texts. */
export function speakerRepository(database: Database) {
  const select = `SELECT id, uid, name, kind, variants FROM speaker`
  const selectAll = database.prepare<[], SpeakerRow>(`${select} ORDER BY id`)
  const selectById = database.prepare<[SpeakerId], SpeakerRow>(`${select} WHERE id = ?`)
  const selectByUid = database.prepare<[string], SpeakerRow>(`${select} WHERE uid = ?`)
  const insert = database.prepare<[string, string, string, string]>(
    `INSERT INTO speaker (uid, name, kind, variants) VALUES (?, ?, ?, ?)`,
  )
  const update = columnUpdater<'name' | 'kind' | 'variants'>(database, 'speaker')
  const remove = database.prepare<[SpeakerId]>(`DELETE FROM speaker WHERE id = ?`)

  const find = (id: SpeakerId): Speaker | undefined => fromRow(selectById.get(id))

  return {
    /** In the order they were made. */
    list: (): Speaker[] => selectAll.all().map((row) => fromRow(row)),
    find,
    get: (id: SpeakerId): Speaker => found(find(id), 'speaker'),
    findByUid: (uid: string): Speaker | undefined => fromRow(selectByUid.get(uid)),
    insert: ({ uid, name, kind, variants }: Omit<Speaker, 'id'>): SpeakerId =>
      Number(insert.run(uid, name, kind, JSON.stringify(variants)).lastInsertRowid) as SpeakerId,
    update: (id: SpeakerId, { variants, ...rest }: Change<Omit<Speaker, 'id' | 'uid'>>): boolean =>
      update(id, { ...rest, variants: variants && JSON.stringify(variants) }),
    delete: (id: SpeakerId): boolean => remove.run(id).changes > 0,
  }
}

function fromRow(row: SpeakerRow): Speaker
function fromRow(row: SpeakerRow | undefined): Speaker | undefined
function fromRow(row: SpeakerRow | undefined): Speaker | undefined {
  return row && { ...row, variants: JSON.parse(row.variants) }
}
