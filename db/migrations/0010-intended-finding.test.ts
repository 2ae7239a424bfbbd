import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from './index.ts'
import { migrate } from './migrate.ts'

test('a project of the version before has judged nothing as intended, and all that it had', () => {
  const database = new Database(':memory:')
  migrate(
    database,
    migrations.filter(({ version }) => version < 10),
  )
  database.exec(`INSERT INTO annotator (uid, name) VALUES ('ada', 'Ada')`)
  migrate(
    database,
    migrations.filter(({ version }) => version <= 10),
  )
  expect(database.prepare(`SELECT name FROM annotator`).pluck().all()).toEqual(['Ada'])
  expect(database.prepare(`SELECT count(*) FROM intended_finding`).pluck().get()).toBe(0)
  const insert = database.prepare(
    `INSERT INTO intended_finding (check_name, subject, state, annotator_id, created) VALUES ('no-target', ?, 'x', 1, '')`,
  )
  insert.run('a1')
  expect(() => insert.run('a1')).toThrow(/UNIQUE/)
})
