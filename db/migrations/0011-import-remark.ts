import type { Migration } from './migration.ts'

/**
 * What was left out of a file or changed when a text was made of it. Like the text it never changes, and stays out of
 * the history.
 */
export const importRemark: Migration = {
  version: 11,
  up(db) {
    db.exec(`
      CREATE TABLE import_remark (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
        -- From 0, in the order in which they were told.
        position INTEGER NOT NULL CHECK (position >= 0),
        words TEXT NOT NULL,
        UNIQUE (revision_id, position)
      ) STRICT;
    `)
  },
}
