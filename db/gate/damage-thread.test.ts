import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createProject } from '../create-project.ts'
import { testFolder } from '../testing/folder.ts'
import { damageInThread } from './damage-thread.ts'

const file = testFolder()

test('a thread finds no damage in a sound file, and says so where it cannot look', () => {
  createProject(file('sound.rejoinder')).close()
  expect(damageInThread(file('sound.rejoinder')).answer()).toEqual([])
  writeFileSync(file('none.rejoinder'), 'no database'.repeat(100))
  expect(damageInThread(file('none.rejoinder')).answer()).toBeUndefined()
})
