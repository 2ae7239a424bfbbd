import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from './index.ts'
import { migrate } from './migrate.ts'

test('of texts of the version before nothing is said to have been left out, and they stay as they were', () => {
  const database = new Database(':memory:')
  migrate(
    database,
    migrations.filter(({ version }) => version < 11),
  )
  database.exec(`
    BEGIN;
    INSERT INTO document (id, uid, title, status, position, revision_id, present, imported)
      VALUES (1, 'd', 'D', 'done', 1, 7, 1, '');
    INSERT INTO revision (id, document_id, number, length, text_sha256, source_name, source_media_type, source_sha256,
      created, blocks, text) VALUES (7, 1, 1, 5, '', '', '', '', '', '[]', 'A tram');
    INSERT INTO word_count VALUES (7, 2);
    COMMIT`)
  const before = database.prepare(`SELECT * FROM revision`).all()
  migrate(
    database,
    migrations.filter(({ version }) => version <= 11),
  )
  expect(database.prepare(`SELECT * FROM revision`).all()).toEqual(before)
  expect(database.prepare(`SELECT count(*) FROM import_remark`).pluck().get()).toBe(0)

  const insert = database.prepare(
    `INSERT INTO import_remark (revision_id, position, words) VALUES (?, 0, 'x')`,
  )
  insert.run(7)
  expect(() => insert.run(7)).toThrow(/UNIQUE/)
  database.exec(`DELETE FROM document WHERE id = 1`)
  expect(database.prepare(`SELECT count(*) FROM import_remark`).pluck().get()).toBe(0)
})
