import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { checkProject } from './check.ts'

test('a file of no version is told by that, and not by what it is compared with', () => {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE project (id INTEGER)')
  expect(checkProject(database)).toEqual(['The file does not say which version of a project it is.'])
})
