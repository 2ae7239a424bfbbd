import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from './index.ts'
import { migrate } from './migrate.ts'

test('a project of the version before has no saved list, and all that it had', () => {
  const database = new Database(':memory:')
  migrate(
    database,
    migrations.filter(({ version }) => version < 8),
  )
  database.exec(`INSERT INTO annotator (uid, name) VALUES ('ada', 'Ada')`)
  migrate(
    database,
    migrations.filter(({ version }) => version <= 8),
  )
  expect(database.prepare(`SELECT name FROM annotator`).pluck().all()).toEqual(['Ada'])
  expect(database.prepare(`SELECT count(*) FROM saved_list`).pluck().get()).toBe(0)
  const insert = database.prepare(`INSERT INTO saved_list (name, asked) VALUES (?, '{}')`)
  insert.run('Costs')
  expect(() => insert.run('COSTS')).toThrow(/UNIQUE/)
})
