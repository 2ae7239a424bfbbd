import { expect, test, vi } from 'vitest'
import { connect } from '../connect.ts'
import { createProject } from '../create-project.ts'
import { testFolder } from '../testing/folder.ts'
import { valueProblems } from './values.ts'

const file = testFolder()

test('each row with a wrong value is named, without asking for each', () => {
  const path = file('wrong.rejoinder')
  createProject(path).close()
  const database = connect(path)
  const speaker = database.prepare(
    `INSERT INTO speaker (uid, name, kind, variants) VALUES (?, ?, 'person', ?)`,
  )
  const variants = ['[]', '{"a":1}', '["b"]', '{"a":2}', '{"a":1}']
  for (const [index, value] of variants.entries()) speaker.run(`u${index}`, `n${index}`, value)
  database.exec(`UPDATE speaker SET variants = CAST(X'7b22ff223a317d' AS TEXT) WHERE id = 1`)

  const prepare = vi.spyOn(database, 'prepare')
  const cannotBe = (id: number) => `The variants of speaker ${id} cannot be understood.`
  expect([...valueProblems(database)]).toEqual([1, 2, 4, 5].map(cannotBe))
  const asked = prepare.mock.calls.filter(([sql]) => sql.includes('variants'))
  expect(asked).toHaveLength(2)
  database.close()
})
