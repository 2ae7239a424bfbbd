import type { Migration } from './migration.ts'

/**
 * What a person has judged of candidate answers that leaves no annotation behind, and the cue words of a project. That a
 * passage answers something is a link, as ever.
 */
export const answers: Migration = {
  version: 4,
  up(db) {
    db.exec(`
      -- A passage that was found not to answer an annotation or a claim. Its words are kept too, so that it is known
      -- again where a corrected text has moved it.
      CREATE TABLE dismissed_answer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        annotation_id INTEGER REFERENCES annotation (id) ON DELETE CASCADE,
        claim_id INTEGER REFERENCES claim (id) ON DELETE CASCADE,
        document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" > start),
        quote TEXT NOT NULL,
        created TEXT NOT NULL,
        CHECK ((annotation_id IS NOT NULL) + (claim_id IS NOT NULL) = 1)
      ) STRICT;
      CREATE INDEX dismissed_answer_by_annotation ON dismissed_answer (annotation_id);
      CREATE INDEX dismissed_answer_by_claim ON dismissed_answer (claim_id);
      CREATE INDEX dismissed_answer_by_document ON dismissed_answer (document_id);

      -- Words that give an answer away, for languages in which the project has others than the usual ones.
      CREATE TABLE cue_list (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        language TEXT NOT NULL UNIQUE,
        denial TEXT NOT NULL CHECK (json_valid(denial)),
        contrast TEXT NOT NULL CHECK (json_valid(contrast))
      ) STRICT;
    `)
  },
}
