import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from './index.ts'
import { migrate } from './migrate.ts'

test('speakers stay as they are, and can be told apart, each pair once; that goes with either', () => {
  const database = new Database(':memory:')
  migrate(
    database,
    migrations.filter(({ version }) => version < 7),
  )
  database.pragma('foreign_keys = ON')
  database.exec(`
    INSERT INTO speaker (uid, name, kind, variants) VALUES ('p', 'Peskov', 'person', '["D. Peskov"]'), ('c', 'Council', 'organisation', '[]');
  `)
  const speakers = () => database.prepare(`SELECT * FROM speaker`).all()
  const before = speakers()
  migrate(
    database,
    migrations.filter(({ version }) => version <= 7),
  )
  expect(speakers()).toEqual(before)

  const insert = database.prepare(`INSERT INTO told_apart (one_id, other_id) VALUES (?, ?)`)
  insert.run(1, 2)
  expect(() => insert.run(1, 2)).toThrow(/UNIQUE/)
  expect(() => insert.run(2, 1)).toThrow(/CHECK/)
  database.exec(`DELETE FROM speaker WHERE id = 2`)
  expect(database.prepare(`SELECT count(*) FROM told_apart`).pluck().get()).toBe(0)
})
