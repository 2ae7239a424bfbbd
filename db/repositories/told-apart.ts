import type { Database } from 'better-sqlite3'
import type { SpeakerId } from '../../preload/contract/ids.ts'

/** Pairs of speakers of whom a person has said that they are two. */
export function toldApartRepository(database: Database) {
  const selectAll = database
    .prepare<[], [SpeakerId, SpeakerId]>(`SELECT one_id, other_id FROM told_apart ORDER BY id`)
    .raw()
  const insert = database.prepare<[SpeakerId, SpeakerId]>(
    `INSERT INTO told_apart (one_id, other_id) VALUES (?, ?) ON CONFLICT DO NOTHING`,
  )

  return {
    /** The one made first comes first. */
    list: (): [SpeakerId, SpeakerId][] => selectAll.all(),
    insert(one: SpeakerId, other: SpeakerId): void {
      insert.run(Math.min(one, other) as SpeakerId, Math.max(one, other) as SpeakerId)
    },
  }
}
