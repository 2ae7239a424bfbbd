import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createProject } from '../create-project.ts'
import { openProject } from '../open.ts'
import { addDocument } from '../testing/documents.ts'
import { testFolder } from '../testing/folder.ts'
import { digestOf, foundSoundIn } from './found-sound.ts'
import { soundnessOf } from './soundness.ts'

const file = testFolder()
const day = 24 * 60 * 60 * 1000

function soundProject(name: string): string {
  const path = file(`${name}.rejoinder`)
  const project = createProject(path)
  addDocument(project, 'The tram pays for itself.\nIt never has.')
  project.close()
  return path
}

/** What only looking the file through can find. */
function changeWords(path: string): void {
  const database = new Database(path)
  database.exec(`UPDATE revision SET text = replace(text, 'never', 'often')`)
  database.close()
}

test('a file that was found sound is not looked through again, and any other byte makes it another file', () => {
  const foundSoundPath = file('list.json')
  const path = soundProject('once')
  openProject(path, { foundSoundPath }).close()
  expect(foundSoundIn(foundSoundPath).lookedThrough(digestOf(path))).toBeDefined()

  changeWords(path)
  expect(() => openProject(path, { foundSoundPath })).toThrow('damaged')
  // The list is believed: said to be sound, it is not looked through.
  foundSoundIn(foundSoundPath).add(digestOf(path))
  openProject(path, { foundSoundPath }).close()
  expect(() => openProject(path)).toThrow('damaged')
})

test('what a sound project leaves when it is closed is known, for as long as what it came from', () => {
  const foundSoundPath = file('left.json')
  const path = soundProject('left')
  openProject(path, { foundSoundPath }).close()
  const first = foundSoundIn(foundSoundPath).lookedThrough(digestOf(path))

  const project = openProject(path, { foundSoundPath })
  addDocument(project, 'Another text.')
  project.close()
  expect(foundSoundIn(foundSoundPath).lookedThrough(digestOf(path))).toBe(first)
})

test('what is put in the place of an unchanged project while it is being closed is not taken for it', () => {
  const foundSoundPath = file('swapped.json')
  const path = soundProject('swapped')
  const other = soundProject('other')
  changeWords(other)
  const soundness = soundnessOf(path, foundSoundIn(foundSoundPath))
  soundness.passed()
  const database = new Database(path)
  soundness.closing(database)
  database.close()
  renameSync(other, path)
  soundness.closed()
  expect(foundSoundIn(foundSoundPath).lookedThrough(digestOf(path))).toBeUndefined()
})

test('after a week, or with a list that cannot be read, the file is looked through', () => {
  const foundSoundPath = file('week.json')
  const path = soundProject('week')
  changeWords(path)
  foundSoundIn(foundSoundPath, () => Date.now() - 8 * day).add(digestOf(path))
  expect(() => openProject(path, { foundSoundPath })).toThrow('damaged')
  writeFileSync(foundSoundPath, '{"gate":0,"found":"all"}')
  expect(() => openProject(path, { foundSoundPath })).toThrow('damaged')
})

test('a change that is not finished is put right and looked through, though the bytes before it were known', () => {
  const foundSoundPath = file('hot.json')
  const path = soundProject('hot')
  const killed = file('killed.rejoinder')
  const database = new Database(path)
  database.pragma('journal_mode = TRUNCATE')
  database.pragma('cache_size = 1')
  database.exec(`BEGIN; UPDATE revision SET text = 'x' || text; CREATE TABLE many (words TEXT);
    INSERT INTO many SELECT hex(randomblob(4000)) FROM revision, (VALUES (1), (2), (3), (4), (5), (6), (7))`)
  copyFileSync(path, killed)
  copyFileSync(`${path}-journal`, `${killed}-journal`)
  database.exec('ROLLBACK')
  database.close()
  foundSoundIn(foundSoundPath).add(digestOf(killed))

  const project = openProject(killed, { foundSoundPath })
  expect(project.repositories.documents.list().map(({ title }) => title)).toEqual([
    'The tram pays for itself.',
  ])
  project.close()
  expect(existsSync(`${killed}-journal`)).toBe(false)
  expect(readFileSync(foundSoundPath, 'utf8')).not.toBe('')
})
