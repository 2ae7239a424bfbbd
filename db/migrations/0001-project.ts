import type { Migration } from './migration.ts'

/**
 * The whole model. Offsets are UTF-16 code units of the revision’s text; lists and maps are JSON.
 *
 * What is big and never changes (`original`, `revision`) is written once and stays out of the history; whether a
 * document is there is `document.present`, so that taking back an import or a deletion copies no text.
 */
export const project: Migration = {
  version: 1,
  up(db) {
    db.exec(`
      CREATE TABLE project (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        uid TEXT NOT NULL,
        name TEXT NOT NULL,
        description TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL
      ) STRICT;

      CREATE TABLE annotator (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL
      ) STRICT;

      CREATE TABLE speaker (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'unknown')),
        variants TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(variants))
      ) STRICT;

      CREATE TABLE tag (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('claim', 'rebuttal', 'premise', 'none')),
        color TEXT NOT NULL,
        key TEXT NOT NULL DEFAULT '',
        parent_id INTEGER REFERENCES tag (id) DEFERRABLE INITIALLY DEFERRED,
        definition TEXT NOT NULL DEFAULT '',
        include TEXT NOT NULL DEFAULT '',
        exclude TEXT NOT NULL DEFAULT '',
        examples TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(examples)),
        attributes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(attributes)),
        position INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX tag_by_parent ON tag (parent_id, position);

      CREATE TABLE link_type (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        symmetric INTEGER NOT NULL CHECK (symmetric IN (0, 1)),
        color TEXT NOT NULL,
        source_roles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(source_roles)),
        target_roles TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(target_roles))
      ) STRICT;

      -- An imported file as it was, once however often it is imported.
      CREATE TABLE original (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sha256 TEXT NOT NULL UNIQUE,
        bytes BLOB NOT NULL
      ) STRICT;

      CREATE TABLE document (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        metadata TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metadata)),
        status TEXT NOT NULL CHECK (status IN ('to-do', 'in-progress', 'done')),
        position INTEGER NOT NULL,
        -- The revision whose text is read and annotated.
        revision_id INTEGER REFERENCES revision (id) DEFERRABLE INITIALLY DEFERRED,
        present INTEGER NOT NULL CHECK (present IN (0, 1)),
        imported TEXT NOT NULL
      ) STRICT;
      CREATE INDEX document_by_position ON document (present, position);
      CREATE INDEX document_by_revision ON document (revision_id);

      -- What is long comes last, so that the rest is read without walking through it.
      CREATE TABLE revision (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        length INTEGER NOT NULL,
        text_sha256 TEXT NOT NULL,
        source_name TEXT NOT NULL,
        source_media_type TEXT NOT NULL,
        source_sha256 TEXT NOT NULL,
        original_id INTEGER REFERENCES original (id),
        created TEXT NOT NULL,
        breaks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(breaks)),
        marks TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(marks)),
        blocks TEXT NOT NULL CHECK (json_valid(blocks)),
        text TEXT NOT NULL,
        UNIQUE (document_id, number)
      ) STRICT;
      CREATE INDEX revision_by_source ON revision (source_sha256);
      CREATE INDEX revision_by_original ON revision (original_id);

      CREATE TABLE claim (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        statement TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL
      ) STRICT;

      CREATE TABLE annotation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
        annotator_id INTEGER NOT NULL REFERENCES annotator (id),
        tag_id INTEGER NOT NULL REFERENCES tag (id),
        claim_id INTEGER REFERENCES claim (id) ON DELETE SET NULL,
        speaker_id INTEGER REFERENCES speaker (id) ON DELETE SET NULL,
        attributes TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(attributes)),
        confidence REAL,
        note TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL
      ) STRICT;
      -- Covers what the list of documents counts.
      CREATE INDEX annotation_by_document ON annotation (document_id, tag_id, claim_id);
      CREATE INDEX annotation_by_annotator ON annotation (annotator_id);
      CREATE INDEX annotation_by_tag ON annotation (tag_id);
      CREATE INDEX annotation_by_claim ON annotation (claim_id);
      CREATE INDEX annotation_by_speaker ON annotation (speaker_id);

      -- \`document_id\` repeats the annotation's, so that a document's spans are read in order from one index.
      CREATE TABLE span (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        annotation_id INTEGER NOT NULL REFERENCES annotation (id) ON DELETE CASCADE,
        document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" > start),
        quote TEXT NOT NULL,
        prefix TEXT NOT NULL,
        suffix TEXT NOT NULL
      ) STRICT;
      CREATE INDEX span_by_annotation ON span (annotation_id, position);
      CREATE INDEX span_by_document ON span (document_id, start, "end" DESC, annotation_id);

      CREATE TABLE link (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        link_type_id INTEGER NOT NULL REFERENCES link_type (id),
        source_annotation_id INTEGER REFERENCES annotation (id) ON DELETE CASCADE,
        source_claim_id INTEGER REFERENCES claim (id) ON DELETE CASCADE,
        source_link_id INTEGER REFERENCES link (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        target_annotation_id INTEGER REFERENCES annotation (id) ON DELETE CASCADE,
        target_claim_id INTEGER REFERENCES claim (id) ON DELETE CASCADE,
        target_link_id INTEGER REFERENCES link (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
        annotator_id INTEGER NOT NULL REFERENCES annotator (id),
        strength REAL,
        status TEXT NOT NULL DEFAULT '',
        note TEXT NOT NULL DEFAULT '',
        created TEXT NOT NULL,
        CHECK ((source_annotation_id IS NOT NULL) + (source_claim_id IS NOT NULL) + (source_link_id IS NOT NULL) = 1),
        CHECK ((target_annotation_id IS NOT NULL) + (target_claim_id IS NOT NULL) + (target_link_id IS NOT NULL) = 1)
      ) STRICT;
      CREATE INDEX link_by_type ON link (link_type_id);
      -- With the type, because what counts is whether a link answers or supports.
      CREATE INDEX link_by_source_annotation ON link (source_annotation_id, link_type_id);
      CREATE INDEX link_by_source_claim ON link (source_claim_id, link_type_id);
      CREATE INDEX link_by_source_link ON link (source_link_id);
      CREATE INDEX link_by_target_annotation ON link (target_annotation_id, link_type_id);
      CREATE INDEX link_by_target_claim ON link (target_claim_id, link_type_id);
      CREATE INDEX link_by_target_link ON link (target_link_id);
      CREATE INDEX link_by_annotator ON link (annotator_id);

      -- About the one thing that is named; about the project when none is.
      CREATE TABLE memo (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE,
        annotation_id INTEGER REFERENCES annotation (id) ON DELETE CASCADE,
        claim_id INTEGER REFERENCES claim (id) ON DELETE CASCADE,
        link_id INTEGER REFERENCES link (id) ON DELETE CASCADE,
        document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
        tag_id INTEGER REFERENCES tag (id) ON DELETE CASCADE,
        speaker_id INTEGER REFERENCES speaker (id) ON DELETE CASCADE,
        annotator_id INTEGER NOT NULL REFERENCES annotator (id),
        text TEXT NOT NULL,
        created TEXT NOT NULL,
        CHECK ((annotation_id IS NOT NULL) + (claim_id IS NOT NULL) + (link_id IS NOT NULL)
             + (document_id IS NOT NULL) + (tag_id IS NOT NULL) + (speaker_id IS NOT NULL) <= 1)
      ) STRICT;
      CREATE INDEX memo_by_annotation ON memo (annotation_id);
      CREATE INDEX memo_by_claim ON memo (claim_id);
      CREATE INDEX memo_by_link ON memo (link_id);
      CREATE INDEX memo_by_document ON memo (document_id);
      CREATE INDEX memo_by_tag ON memo (tag_id);
      CREATE INDEX memo_by_speaker ON memo (speaker_id);
      CREATE INDEX memo_by_annotator ON memo (annotator_id);

      -- One gesture of a person; \`undone\` when it has been taken back and can be done again.
      CREATE TABLE step (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        label TEXT NOT NULL,
        -- The name it was signed with; not a reference, since a dataset may bring other annotators than its importer.
        who TEXT NOT NULL,
        at TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
      ) STRICT;
      CREATE INDEX step_by_undone ON step (undone, id);

      -- One row of one table before and after; null where it was not there.
      CREATE TABLE change (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        step_id INTEGER NOT NULL REFERENCES step (id) ON DELETE CASCADE,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL,
        before TEXT,
        after TEXT
      ) STRICT;
      CREATE INDEX change_by_step ON change (step_id, id);
      -- Tells whether any step still leads back to a document that is absent.
      CREATE INDEX change_of_document ON change (row_id) WHERE table_name = 'document';
    `)
  },
}
