import type { Database } from 'better-sqlite3'

/** One step from version n−1 to `version`. A released migration is never edited. Runs inside a transaction. */
export interface Migration {
  version: number
  up(db: Database): void
}
