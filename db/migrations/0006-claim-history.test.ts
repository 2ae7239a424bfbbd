import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrations } from './index.ts'
import { migrate } from './migrate.ts'

test('what the log has of claims already is found by the new indexes, and nothing in it changes', () => {
  const database = new Database(':memory:')
  migrate(
    database,
    migrations.filter(({ version }) => version < 6),
  )
  database.exec(`INSERT INTO step (label, who, at) VALUES ('state', 'Ada', '')`)
  const log = database.prepare(
    `INSERT INTO change (step_id, table_name, row_id, before, after) VALUES (1, ?, ?, ?, ?)`,
  )
  log.run('claim', 7, null, '{"id":7,"statement":"So."}')
  log.run('annotation', 3, '{"id":3,"claim_id":null}', '{"id":3,"claim_id":7}')
  log.run('annotation', 4, '{"id":4,"claim_id":7,"note":""}', '{"id":4,"claim_id":7,"note":"x"}')
  log.run('link', 5, null, '{"id":5,"source_claim_id":null,"target_claim_id":7}')
  const all = () => database.prepare(`SELECT * FROM change ORDER BY id`).all()
  const before = all()

  migrate(
    database,
    migrations.filter(({ version }) => version <= 6),
  )
  expect(all()).toEqual(before)
  const ids = (where: string) =>
    database.prepare<[], number>(`SELECT row_id FROM change WHERE ${where}`).pluck().all()
  expect(ids(`table_name = 'claim' AND row_id = 7`)).toEqual([7])
  const moved = `table_name = 'annotation' AND before ->> '$.claim_id' IS NOT after ->> '$.claim_id'`
  expect(ids(`${moved} AND after ->> '$.claim_id' = 7`)).toEqual([3])
  expect(ids(`${moved} AND before ->> '$.claim_id' = 7`)).toEqual([])
})
