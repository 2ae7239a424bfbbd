import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { createProject } from './create-project.ts'
import { openProject } from './open.ts'
import { saveCopy } from './save-copy.ts'
import { addDocument } from './testing/documents.ts'
import { dump } from './testing/dump.ts'
import { bytesOf, testFolder } from './testing/folder.ts'

const file = testFolder()

test('a copy is the whole project without its past', () => {
  const project = createProject(file('from.rejoinder'))
  addDocument(project, 'a text that stays')
  const gone = addDocument(project, 'what the witness withdrew')
  project.history.record('delete', () => project.repositories.documents.delete(gone))
  addDocument(project, 'an import taken back')
  project.history.undo()

  saveCopy(project.database, file('copy.rejoinder'))
  expect(bytesOf(file('from.rejoinder'))).toContain('the witness')
  for (const words of ['the witness', 'taken back'])
    expect(bytesOf(file('copy.rejoinder'))).not.toContain(words)

  const copy = openProject(file('copy.rejoinder'))
  expect(dump(copy.database)).toEqual(dump(project.database))
  expect(copy.history.state()).toEqual({ undo: null, redo: null })
  expect(copy.readOnly).toBe('')
  copy.close()
  project.close()
  const folder = dirname(file('x'))
  expect(readdirSync(folder).sort()).toEqual(['copy.rejoinder', 'from.rejoinder'])
})

test('it writes over nothing and leaves no half copy', () => {
  const project = createProject(file('other.rejoinder'))
  writeFileSync(file('taken'), 'mine')
  expect(() => saveCopy(project.database, file('taken'))).toThrow(
    expect.objectContaining({ code: 'target-exists' }),
  )
  expect(readFileSync(file('taken'), 'utf8')).toBe('mine')
  expect(() => saveCopy(project.database, file('nowhere/copy'))).toThrow(
    expect.objectContaining({ code: 'disk' }),
  )
  expect(existsSync(file('nowhere'))).toBe(false)
  project.close()
})
