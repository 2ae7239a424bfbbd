import type { Migration } from './migration.ts'

/** Searches can be kept under a name. */
export const savedSearch: Migration = {
  version: 5,
  up(db) {
    db.exec(`
      CREATE TABLE saved_search (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL UNIQUE COLLATE NOCASE,
        -- What is looked for and where, as it is asked for.
        asked TEXT NOT NULL CHECK (json_valid(asked))
      ) STRICT;
    `)
  },
}
