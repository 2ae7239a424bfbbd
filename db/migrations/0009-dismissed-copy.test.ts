import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from './index.ts'
import { migrate } from './migrate.ts'

const upTo = (version: number) => migrations.filter((migration) => migration.version <= version)

test('what is there stays as it is, and a judgement of a copy goes with what it is about', () => {
  const database = new Database(':memory:')
  migrate(database, upTo(8))
  database.exec(`
    INSERT INTO annotator (uid, name) VALUES ('ada', 'Ada');
    INSERT INTO tag (uid, name, role, color, position) VALUES ('claim', 'Claim', 'claim', '#2563eb', 1);
    INSERT INTO document (uid, title, status, position, present, imported) VALUES ('d', 'D', 'to-do', 1, 1, '');
    INSERT INTO annotation (uid, document_id, annotator_id, tag_id, created) VALUES ('a', 1, 1, 1, '');
  `)
  const row = () => database.prepare(`SELECT * FROM annotation`).get()
  const annotation = row()

  migrate(database, upTo(9))
  expect(row()).toEqual(annotation)
  database.pragma('foreign_keys = ON')
  const insert = database.prepare(
    `INSERT INTO dismissed_copy (annotation_id, document_id, start, "end", quote, created) VALUES (1, 1, ?, ?, 'x', '')`,
  )
  insert.run(0, 1)
  expect(() => insert.run(1, 1)).toThrow(/CHECK/)
  database.exec(`DELETE FROM annotation`)
  expect(database.prepare(`SELECT count(*) FROM dismissed_copy`).pluck().get()).toBe(0)
})
