import type { Migration } from './migration.ts'

/**
 * A tag’s meaning can change after annotations were made. The tag counts its versions; what an earlier one said goes
 * into `tag_version`, and every annotation knows under which one it was made or last found right. All that is there
 * already counts as made under the present definition, which is the first.
 */
export const tagVersion: Migration = {
  version: 3,
  up(db) {
    db.exec(`
      ALTER TABLE tag ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version > 0);

      -- 0: under the definition of another tag.
      ALTER TABLE annotation ADD COLUMN tag_version INTEGER NOT NULL DEFAULT 1 CHECK (tag_version >= 0);
      DROP INDEX annotation_by_tag;
      CREATE INDEX annotation_by_tag ON annotation (tag_id, tag_version);

      -- What a tag said before it came to mean something else; the present version is the tag itself.
      CREATE TABLE tag_version (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        tag_id INTEGER NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
        number INTEGER NOT NULL CHECK (number > 0),
        name TEXT NOT NULL,
        role TEXT NOT NULL CHECK (role IN ('claim', 'rebuttal', 'premise', 'none')),
        definition TEXT NOT NULL,
        include TEXT NOT NULL,
        exclude TEXT NOT NULL,
        attributes TEXT NOT NULL CHECK (json_valid(attributes)),
        -- When the next version took its place, and who made it.
        until TEXT NOT NULL,
        who TEXT NOT NULL,
        UNIQUE (tag_id, number)
      ) STRICT;

      -- By their letters, because undo compares images letter by letter and JSON functions would write them anew.
      UPDATE change SET
        before = substr(before, 1, length(before) - 1) || ',"version":1}',
        after = substr(after, 1, length(after) - 1) || ',"version":1}'
      WHERE table_name = 'tag';
      UPDATE change SET
        before = substr(before, 1, length(before) - 1) || ',"tag_version":1}',
        after = substr(after, 1, length(after) - 1) || ',"tag_version":1}'
      WHERE table_name = 'annotation';
    `)
  },
}
