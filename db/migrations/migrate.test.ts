import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { createProject } from '../create-project.ts'
import { openProject } from '../open.ts'
import { addDocument } from '../testing/documents.ts'
import { dump } from '../testing/dump.ts'
import { bytesOf, testFolder } from '../testing/folder.ts'
import { migrations } from './index.ts'
import type { Migration } from './migration.ts'

const file = testFolder()
let old: string

/** The version that will come after the latest, whatever it brings. */
const shout: Migration = {
  version: migrations.length + 1,
  up: (database) =>
    database.exec(
      `ALTER TABLE claim ADD COLUMN loud INTEGER NOT NULL DEFAULT 0; UPDATE project SET name = upper(name)`,
    ),
}
const failing: Migration = {
  version: migrations.length + 1,
  up(database) {
    database.exec(`UPDATE project SET name = 'half done'`)
    throw new Error('no')
  },
}

beforeAll(() => {
  old = file('old.rejoinder')
  const project = createProject(old, { name: 'trams' })
  addDocument(project, 'text')
  project.close()
})

const copyOf = (name: string) => {
  copyFileSync(old, file(name))
  return file(name)
}

test('an older project is copied first, then brought up to date, its history with it', () => {
  const path = copyOf('a.rejoinder')
  const backupsFolder = file('backups')
  const project = openProject(path, { migrations: [...migrations, shout], backupsFolder })
  expect(project.repositories.project.get().name).toBe('TRAMS')
  expect(project.database.pragma('user_version', { simple: true })).toBe(shout.version)
  expect(project.history.undo()?.label).toBe('import a document')
  project.close()

  const [backup, ...others] = readdirSync(backupsFolder)
  expect(others).toEqual([])
  const before = openProject(`${backupsFolder}/${backup}`)
  const original = openProject(old)
  expect(dump(before.database)).toEqual(dump(original.database))
  before.close()
  original.close()
})

test('a migration that fails leaves the project as it was', () => {
  const path = copyOf('b.rejoinder')
  const before = bytesOf(path)
  expect(() => openProject(path, { migrations: [...migrations, failing], backupsFolder: file('b') })).toThrow(
    'no',
  )
  expect(bytesOf(path)).toBe(before)
  expect(existsSync(`${path}-journal`) || existsSync(`${path}.owner`)).toBe(false)
  openProject(path).close()
})

test('without a place for the copy an older project is not touched', () => {
  const path = copyOf('c.rejoinder')
  const before = bytesOf(path)
  expect(() => openProject(path, { migrations: [...migrations, shout] })).toThrow(/older version/)
  expect(bytesOf(path)).toBe(before)
})
