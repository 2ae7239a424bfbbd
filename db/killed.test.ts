import { copyFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { createProject } from './create-project.ts'
import { openProject } from './open.ts'
import { addDocument } from './testing/documents.ts'
import { dump } from './testing/dump.ts'
import { bytesOf, testFolder } from './testing/folder.ts'
import { startScript } from './testing/other-process.ts'

const file = testFolder()
let killed: string
let committed: ReturnType<typeof dump>
let olderCopy: string

/** Makes a change that is too large for memory, and never comes to its end. */
const workWithoutEnd = (path: string) => `
  import { openProject } from '${import.meta.dirname}/open.ts'
  const project = openProject(${JSON.stringify(path)})
  project.database.pragma('cache_size = 10')
  project.history.record('endless work', () => {
    const { claims, project: itself } = project.repositories
    itself.update({ name: 'half done' })
    for (let i = 0; i < 3000; i++) {
      claims.insert({ uid: String(i), statement: 'x'.repeat(500), note: '', created: project.now() })
    }
    process.stdout.write('in the middle')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  })`

beforeAll(async () => {
  killed = file('killed.rejoinder')
  const project = createProject(killed)
  for (let i = 0; i < 20; i++) addDocument(project, `Text number ${i}`)
  olderCopy = file('older.rejoinder')
  copyFileSync(killed, olderCopy)
  for (let i = 20; i < 30; i++) addDocument(project, `Text number ${i}`)
  committed = dump(project.database)
  project.close()

  const other = await startScript(workWithoutEnd(killed))
  await other.kill()
}, 60_000)

test('a program that is killed leaves a journal and its owner’s mark', () => {
  expect(statSync(`${killed}-journal`).size).toBeGreaterThan(10_000)
  expect(existsSync(`${killed}.owner`)).toBe(true)
})

test('the journal of another file, or of a later state of this one, is never played back', () => {
  const other = file('other.rejoinder')
  createProject(other).close()
  for (const path of [olderCopy, other]) {
    copyFileSync(`${killed}-journal`, `${path}-journal`)
    const before = [bytesOf(path), bytesOf(`${path}-journal`)]
    expect(() => openProject(path)).toThrow(
      expect.objectContaining({
        code: 'damaged',
        message: expect.stringMatching(/-journal”, which does not belong/),
      }),
    )
    expect([bytesOf(path), bytesOf(`${path}-journal`)]).toEqual(before)
  }
})

test('after a kill the next opening finds all that was committed and can go on at once', () => {
  const project = openProject(killed)
  expect(project.readOnly).toBe('')
  expect(dump(project.database)).toEqual(committed)
  expect(project.history.state().undo).toBe('import a document')
  addDocument(project, 'And one more')
  project.close()
  expect(existsSync(`${killed}-journal`) || existsSync(`${killed}.owner`)).toBe(false)
})

test('while another process has the project it opens for reading and names who has it', {
  timeout: 60_000,
}, async () => {
  const other = await startScript(`
    import { openProject } from '${import.meta.dirname}/open.ts'
    openProject(${JSON.stringify(killed)}, { user: 'Ada' })
    console.log('open')
    setInterval(() => {}, 1000)`)
  const project = openProject(killed)
  expect(project.readOnly).toMatch(/^Ada has this project open on /)
  expect(project.repositories.documents.count()).toBe(31)
  project.close()
  expect(JSON.parse(readFileSync(`${killed}.owner`, 'utf8'))).toMatchObject({ user: 'Ada' })
  await other.kill()

  const again = openProject(killed)
  expect(again.readOnly).toBe('')
  again.close()
})
