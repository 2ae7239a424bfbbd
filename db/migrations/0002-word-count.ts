import { countWords } from '../count-words.ts'
import type { Migration } from './migration.ts'

/**
 * How many words each text has. A table of its own, because what stands behind a long text in its row is reached only
 * through the text. Like the text it never changes, and stays out of the history.
 */
export const wordCount: Migration = {
  version: 2,
  up(db) {
    db.exec(`
      CREATE TABLE word_count (
        revision_id INTEGER PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
        words INTEGER NOT NULL CHECK (words >= 0)
      ) STRICT;
    `)
    const select = db.prepare<[number], string>(`SELECT text FROM revision WHERE id = ?`).pluck()
    const insert = db.prepare<[number, number]>(`INSERT INTO word_count (revision_id, words) VALUES (?, ?)`)
    const ids = db.prepare<[], number>(`SELECT id FROM revision ORDER BY id`).pluck().all()
    for (const id of ids) insert.run(id, countWords(select.get(id) ?? ''))
  },
}
