import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createProject } from '../../../db/create-project.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

vi.setConfig({ testTimeout: 60_000 })

let folder = ''
let project: TestSession
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rejoinder-together-'))
  project = testSession({ project: createProject(join(folder, 'work.rejoinder')) })
})
afterEach(async () => {
  await project.session.close()
  rmSync(folder, { recursive: true })
})

function brat(title: string): string {
  const path = join(folder, title)
  mkdirSync(path)
  writeFileSync(join(path, `${title}.txt`), `${title} agrees.\n`)
  writeFileSync(join(path, `${title}.ann`), `T1\tClaim 0 3\t${title}\n`)
  return path
}

async function bring(path: string, together: string) {
  const { reading } = await project.ask('annotationImport.read', { task: 'read', path })
  return project.ask('annotationImport.bring', { reading, together })
}

const titles = async () => (await project.ask('document.list')).map(({ title }) => title)

it('makes one step of sets that are brought in under one name, and a step each of others', async () => {
  await bring(brat('Ann'), 'one')
  await bring(brat('Bob'), 'one')
  await bring(brat('Eve'), 'two')
  await bring(brat('Kim'), '')
  await bring(brat('Lea'), '')
  expect(await titles()).toEqual(['Ann', 'Bob', 'Eve', 'Kim', 'Lea'])
  const undone: string[] = []
  for (const left of [4, 3, 2, 0]) {
    undone.push((await project.ask('history.state')).undo ?? '')
    await project.ask('history.undo')
    expect(await titles()).toHaveLength(left)
  }
  expect(undone).toEqual(['import Lea', 'import Kim', 'import Eve', 'import 2 sets of annotations'])
  await project.ask('history.redo')
  expect(await titles()).toEqual(['Ann', 'Bob'])
})

it('begins a step anew where something was changed in between', async () => {
  await bring(brat('Ann'), 'one')
  const { id } = (await project.ask('document.list'))[0]!
  await project.ask('document.update', { id, change: { title: 'Anna' } })
  await bring(brat('Bob'), 'one')
  await project.ask('history.undo')
  expect(await titles()).toEqual(['Anna'])
})
