import type { Migration } from './migration.ts'

/**
 * Speakers of whom a person has said that they are not one and the same, so that they are not suggested as such again.
 * The indexes by claim and by speaker now cover when and by whom a claim is stated, and where a speaker speaks.
 */
export const toldApart: Migration = {
  version: 7,
  up(db) {
    db.exec(`
      CREATE TABLE told_apart (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        one_id INTEGER NOT NULL REFERENCES speaker (id) ON DELETE CASCADE,
        other_id INTEGER NOT NULL REFERENCES speaker (id) ON DELETE CASCADE,
        CHECK (one_id < other_id),
        UNIQUE (one_id, other_id)
      ) STRICT;
      CREATE INDEX told_apart_by_other ON told_apart (other_id);

      DROP INDEX annotation_by_claim;
      CREATE INDEX annotation_by_claim ON annotation (claim_id, document_id, speaker_id);
      DROP INDEX annotation_by_speaker;
      CREATE INDEX annotation_by_speaker ON annotation (speaker_id, document_id);
    `)
  },
}
