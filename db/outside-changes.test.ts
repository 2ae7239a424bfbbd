import { readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createProject } from './create-project.ts'
import { openProject } from './open.ts'
import { saveCopy } from './save-copy.ts'
import { addDocument } from './testing/documents.ts'
import { testFolder } from './testing/folder.ts'

const file = testFolder()

test('a project that is moved or deleted while it is open says so at the next change, and can be saved elsewhere', () => {
  for (const [name, away] of [
    ['moved.rejoinder', (path: string) => renameSync(path, `${path}.elsewhere`)],
    ['deleted.rejoinder', (path: string) => rmSync(path)],
  ] as const) {
    const path = file(name)
    const project = createProject(path)
    addDocument(project, 'kept')
    away(path)
    expect(() => addDocument(project, 'lost')).toThrow(expect.objectContaining({ code: 'moved' }))
    saveCopy(project.database, file(`saved ${name}`))
    project.close()
    const saved = openProject(file(`saved ${name}`))
    expect(saved.repositories.documents.list().map(({ title }) => title)).toEqual(['kept'])
    saved.close()
  }
  expect(readdirSync(dirname(file('x'))).filter((name) => /owner|journal/.test(name))).toEqual([])
})

test('what another program writes meanwhile is not built upon', () => {
  const project = createProject(file('shared.rejoinder'))
  addDocument(project, 'ours')
  const other = new Database(file('shared.rejoinder'))
  other.exec(`UPDATE project SET name = 'theirs'`)
  other.close()
  for (let i = 0; i < 2; i++) {
    expect(() => addDocument(project, 'more')).toThrow(expect.objectContaining({ code: 'already-open' }))
    expect(() => project.history.undo()).toThrow(expect.objectContaining({ code: 'already-open' }))
  }
  project.close()
  const again = openProject(file('shared.rejoinder'))
  expect(again.repositories.project.get().name).toBe('theirs')
  addDocument(again, 'more')
  again.close()
})

test('a file that another program is writing into is not waited for longer than a few seconds', {
  timeout: 20_000,
}, () => {
  const path = file('busy.rejoinder')
  createProject(path).close()
  const size = statSync(path).size
  const other = new Database(path)
  other.exec('BEGIN EXCLUSIVE')
  expect(() => openProject(path)).toThrow(expect.objectContaining({ code: 'already-open' }))
  other.exec('ROLLBACK')
  other.close()
  expect(statSync(path).size).toBe(size)
})
