import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from './index.ts'
import { migrate } from './migrate.ts'

/** A project of the version before, with a claim that an annotation states. */
function before() {
  const database = new Database(':memory:')
  migrate(
    database,
    migrations.filter(({ version }) => version < 4),
  )
  database.exec(`
    INSERT INTO annotator (uid, name) VALUES ('ada', 'Ada');
    INSERT INTO tag (uid, name, role, color, position) VALUES ('claim', 'Claim', 'claim', '#2563eb', 1);
    INSERT INTO document (uid, title, status, position, present, imported) VALUES ('d', 'D', 'to-do', 1, 1, '');
    INSERT INTO claim (uid, statement, created) VALUES ('c', 'It pays.', '');
    INSERT INTO annotation (uid, document_id, annotator_id, tag_id, claim_id, created) VALUES ('a', 1, 1, 1, 1, '');
  `)
  return database
}

test('what is there stays as it is, and judgements of answers have a place', () => {
  const database = before()
  const row = () => database.prepare(`SELECT * FROM annotation`).get()
  const annotation = row()
  migrate(
    database,
    migrations.filter(({ version }) => version <= 4),
  )
  expect(row()).toEqual(annotation)
  const insert = database.prepare(
    `INSERT INTO dismissed_answer (annotation_id, claim_id, document_id, start, "end", quote, created)
     VALUES (?, ?, 1, 0, 1, 'x', '')`,
  )
  insert.run(1, null)
  insert.run(null, 1)
  expect(() => insert.run(1, 1)).toThrow(/CHECK/)
  expect(() => insert.run(null, null)).toThrow(/CHECK/)
})

test('a judgement goes with what it is about', () => {
  const database = before()
  migrate(
    database,
    migrations.filter(({ version }) => version <= 4),
  )
  database.pragma('foreign_keys = ON')
  database.exec(`
    INSERT INTO dismissed_answer (annotation_id, document_id, start, "end", quote, created) VALUES (1, 1, 0, 1, 'x', '');
    DELETE FROM annotation;
  `)
  expect(database.prepare(`SELECT count(*) FROM dismissed_answer`).pluck().get()).toBe(0)
})
