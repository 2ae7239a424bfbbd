import type { Migration } from './migration.ts'

/** What a person has judged of annotations offered for a copy. What was carried over is an annotation, as ever. */
export const dismissedCopy: Migration = {
  version: 9,
  up(db) {
    db.exec(`
      -- A place in a copy of its passage where an annotation is not wanted. The words are kept too, so that it is known
      -- again where a corrected text has moved it.
      CREATE TABLE dismissed_copy (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        annotation_id INTEGER NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
        document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" > start),
        quote TEXT NOT NULL,
        created TEXT NOT NULL
      ) STRICT;
      CREATE INDEX dismissed_copy_by_annotation ON dismissed_copy (annotation_id);
      CREATE INDEX dismissed_copy_by_document ON dismissed_copy (document_id);
    `)
  },
}
