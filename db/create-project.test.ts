import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { standardLinkTypes } from '../preload/contract/link-type.ts'
import { createProject, createProjectInMemory } from './create-project.ts'
import { openProject } from './open.ts'
import { bytesOf, testFolder } from './testing/folder.ts'

const file = testFolder()

test('a new project has the standard codebook, its file’s name and a id of its own', () => {
  const project = createProject(file('Tram dispute.rejoinder'))
  const { linkTypes, project: itself, tags } = project.repositories
  expect(itself.get()).toMatchObject({ name: 'Tram dispute', description: '' })
  expect(itself.get().uid).toMatch(/^[0-9a-f-]{36}$/)
  expect(tags.list().map(({ name, role, key, color }) => [name, role, key, color])).toEqual([
    ['Claim', 'claim', '1', '#2563eb'],
    ['Rebuttal', 'rebuttal', '2', '#c1272d'],
    ['Premise', 'premise', '3', '#00906b'],
  ])
  expect(linkTypes.list().map(({ id: _, uses: __, ...type }) => type)).toEqual(standardLinkTypes)
  expect(project.history.state()).toEqual({ undo: null, redo: null })
  project.close()
})

test('an empty codebook can be asked for', () => {
  const { repositories } = createProjectInMemory({ codebook: 'empty' })
  expect([...repositories.tags.list(), ...repositories.linkTypes.list()]).toEqual([])
})

test('an existing file of any kind is never written over', () => {
  writeFileSync(file('notes.rejoinder'), 'my notes')
  expect(() => createProject(file('notes.rejoinder'))).toThrow(
    expect.objectContaining({ code: 'target-exists' }),
  )
  expect(readFileSync(file('notes.rejoinder'), 'utf8')).toBe('my notes')
})

test('a folder that is not there is named', () => {
  expect(() => createProject(file('nowhere/x.rejoinder'))).toThrow(/folder .*nowhere does not exist/)
})

test('closing leaves one file and nothing beside it, which opens the same', () => {
  const path = file('alone/one.rejoinder')
  expect(() => createProject(path)).toThrow()
  const other = file('one.rejoinder')
  const project = createProject(other, { name: 'One' })
  project.history.record('rename project', () => project.repositories.project.update({ description: 'd' }))
  expect(existsSync(`${other}-journal`)).toBe(true)
  project.close()
  expect(readdirSync(dirname(other)).filter((name) => name.startsWith('one'))).toEqual(['one.rejoinder'])

  const bytes = bytesOf(other)
  const again = openProject(other)
  expect(again.repositories.project.get()).toMatchObject({ name: 'One', description: 'd' })
  again.close()
  expect(bytesOf(other)).toBe(bytes)
})
