import type { Database } from 'better-sqlite3'

/**
 * One step from version n−1 to `version`. A released migration is never edited. Runs inside a transaction.
 *
 * The history keeps whole rows (`change.before` and `after`, JSON by column): who gives a logged table another column
 * gives it to those images too, or earlier steps can no longer be undone.
 */
export interface Migration {
  version: number
  up(db: Database): void
}
