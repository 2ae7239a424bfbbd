import type { Migration } from './migration.ts'

/** Work lists can be kept under a name, with what narrows them. */
export const savedList: Migration = {
  version: 8,
  up(db) {
    db.exec(`
      CREATE TABLE saved_list (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        -- Which list, and what narrows it, as it is asked for.
        asked TEXT NOT NULL CHECK (json_valid(asked))
      ) STRICT;
    `)
  },
}
