import type { Migration } from './migration.ts'

/** What the doctor finds can be intended, in the judgement of a person. */
export const intendedFinding: Migration = {
  version: 10,
  up(db) {
    db.exec(`
      CREATE TABLE intended_finding (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        check_name TEXT NOT NULL,
        -- What the finding is about within its check, by ids.
        subject TEXT NOT NULL,
        -- What all that is about said then; the judgement holds as long as it is the same.
        state TEXT NOT NULL,
        annotator_id INTEGER NOT NULL REFERENCES annotator (id),
        created TEXT NOT NULL,
        UNIQUE (check_name, subject)
      ) STRICT;
      CREATE INDEX intended_finding_by_annotator ON intended_finding (annotator_id);
    `)
  },
}
