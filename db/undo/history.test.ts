import { beforeEach, expect, test } from 'vitest'
import type { TagId } from '../../preload/contract/ids.ts'
import { createProjectInMemory } from '../create-project.ts'
import type { OpenProject } from '../open-project.ts'
import { addDocument, documentOf } from '../testing/documents.ts'
import { dump } from '../testing/dump.ts'
import { type CountingSources, countingSources } from '../testing/sources.ts'

let sources: CountingSources
let project: OpenProject

beforeEach(() => {
  sources = countingSources()
  project = createProjectInMemory(sources)
})

const rename = (name: string) => () => project.repositories.project.update({ name })
const count = (table: string) => project.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

test('a change outside a step is refused in every logged table', () => {
  const { annotators, tags } = project.repositories
  expect(() => annotators.insert({ uid: 'a', name: 'Ada' })).toThrow(/outside a step/)
  expect(() => tags.update(tags.list()[0]!.id, { name: 'Thesis' })).toThrow(/outside a step/)
  expect(() => tags.delete(tags.list()[0]!.id)).toThrow(/outside a step/)
  expect(() => project.repositories.documents.insert(documentOf('text'))).toThrow(/outside a step/)
})

test('a step carries its label, who did it and when', () => {
  project.history.signAs('Ada')
  project.history.record('rename project to Trams', rename('Trams'))
  expect(project.database.prepare('SELECT label, who, at, undone FROM step').all()).toEqual([
    { label: 'rename project to Trams', who: 'Ada', at: expect.stringMatching(/^2026-01-05T/), undone: 0 },
  ])
})

test('work that fails leaves nothing, and what could be redone stays so', () => {
  project.history.record('rename', rename('Trams'))
  project.history.undo()
  const before = dump(project.database)
  expect(() =>
    project.history.record('rename', () => {
      rename('Buses')()
      throw new Error('no')
    }),
  ).toThrow('no')
  expect(dump(project.database)).toEqual(before)
  expect(project.history.state()).toEqual({ undo: null, redo: 'rename' })
})

test('work that changes nothing leaves no step, and what could be redone stays so', () => {
  project.history.record('rename', rename('Trams'))
  project.history.undo()
  const { name } = project.repositories.project.get()
  project.history.record('rename to the same', rename(name))
  expect(project.history.state()).toEqual({ undo: null, redo: 'rename' })
})

test('a rehearsal tells what work would do and leaves nothing, and what could be redone stays so', () => {
  project.history.record('rename', rename('Trams'))
  project.history.undo()
  const before = dump(project.database)
  const told: unknown[] = []
  project.history.onCommitted((committed) => told.push(committed))
  const name = project.history.rehearse(() => {
    rename('Buses')()
    return project.repositories.project.get().name
  })
  expect(name).toBe('Buses')
  expect(dump(project.database)).toEqual(before)
  expect(told).toEqual([])
  expect(project.history.state()).toEqual({ undo: null, redo: 'rename' })
  expect(() =>
    project.history.rehearse(() => {
      throw new Error('no')
    }),
  ).toThrow('no')
})

test('a witness sees a step before its commit, hears where that fails, and sees no rehearsal', () => {
  const seen: string[] = []
  project.history.witnessedBy({
    seen: ({ label, direction, rows }) =>
      seen.push(`${label} ${direction} ${rows('tag')} ${project.database.inTransaction}`),
    lost: () => seen.push('lost'),
  })
  const [claim, rebuttal] = project.repositories.tags.list()
  const move = (parentId: TagId) => () => project.repositories.tags.update(claim!.id, { parentId })
  project.history.record('move', move(rebuttal!.id))
  project.history.undo()
  expect(seen).toEqual([`move done ${claim!.id} true`, `move undone ${claim!.id} true`])

  seen.length = 0
  const before = dump(project.database)
  // Whether there is such a tag is only looked at by the commit.
  expect(() => project.history.record('lose', move(99 as TagId))).toThrow()
  expect(seen).toEqual([`lose done ${claim!.id} true`, 'lost'])
  expect(dump(project.database)).toEqual(before)

  project.history.record('part', move(rebuttal!.id))
  project.history.record('free', () => project.repositories.tags.update(claim!.id, { parentId: null }))
  tamper(`DELETE FROM tag WHERE id = ${rebuttal!.id}`)
  seen.length = 0
  expect(() => project.history.undo()).toThrow(expect.objectContaining({ code: 'history-conflict' }))
  expect(seen).toEqual([`free undone ${claim!.id} true`, 'lost'])
  expect(project.history.state().undo).toBe('free')

  seen.length = 0
  project.history.rehearse(rename('Buses'))
  project.history.record('nothing', () => {})
  project.history.witnessedBy(null)
  project.history.record('rename', rename('Trams'))
  expect(seen).toEqual([])
})

test('asynchronous work and a step in a step are mistakes of the program and change nothing', () => {
  const before = dump(project.database)
  expect(() => project.history.record('slow', async () => rename('x')())).toThrow(/cannot wait/)
  expect(() => project.history.record('outer', () => project.history.record('inner', rename('x')))).toThrow(
    /inside/,
  )
  expect(dump(project.database)).toEqual(before)
})

test('new work forgets what was undone, its texts and files included', () => {
  addDocument(project, 'A text that nobody wants')
  project.history.undo()
  expect([count('document'), count('revision'), count('original')]).toEqual([1, 1, 1])
  project.history.record('rename', rename('Trams'))
  expect([count('document'), count('revision'), count('original')]).toEqual([0, 0, 0])
  expect(project.history.state()).toEqual({ undo: 'rename', redo: null })
})

test('a document’s text is never in the log, neither when it comes nor when it goes', () => {
  const id = addDocument(project, 'unmistakable words of the text', { title: 'T' })
  project.history.record('delete', () => project.repositories.documents.delete(id))
  const logged = project.database.prepare(
    `SELECT group_concat(coalesce(before, '') || coalesce(after, '')) FROM change`,
  )
  expect(logged.pluck().get()).not.toContain('unmistakable')
  project.history.undo()
  expect(project.repositories.documents.plainText(id)).toBe('unmistakable words of the text')
})

test('a document that is there is never deleted with its text', () => {
  addDocument(project, 'text')
  expect(() => project.history.record('x', () => project.database.exec('DELETE FROM document'))).toThrow(
    /never deleted/,
  )
})

test('a document imported again after it was deleted comes back under its id, and both steps can be undone', () => {
  const original = dump(project.database)
  const id = addDocument(project, 'first words', { uid: 'd' })
  const imported = dump(project.database)
  project.history.record('delete', () => project.repositories.documents.delete(id))
  expect(addDocument(project, 'other words', { uid: 'd', title: 'again' })).toBe(id)
  expect(project.repositories.documents.plainText(id)).toBe('other words')

  project.history.undo()
  project.history.undo()
  expect(dump(project.database)).toEqual(imported)
  project.history.undo()
  expect(dump(project.database)).toEqual(original)
})

test('steps with one key join while they follow each other closely, with the last label', () => {
  sources.tickMs = 400
  const joins = { key: 'project.name', withinMs: 1000 }
  for (const name of ['T', 'Tr', 'Tra']) project.history.record(`rename to ${name}`, rename(name), { joins })
  expect(project.history.state().undo).toBe('rename to Tra')
  expect(count('change')).toBe(1)

  sources.tickMs = 2000
  project.history.record('rename to Tram', rename('Tram'), { joins })
  expect(count('step')).toBe(2)
  project.history.undo()
  expect(project.repositories.project.get().name).toBe('Tra')
  project.history.undo()
  expect(project.repositories.project.get().name).toBe('Untitled')
  project.history.redo()
  expect(project.repositories.project.get().name).toBe('Tra')
})

test('the time that a step takes is no pause before the next', () => {
  const joins = { key: 'project.name', withinMs: 1000 }
  const slowly = (name: string) => () => {
    sources.tickMs = 5000
    rename(name)()
    sources.now()
    sources.tickMs = 400
  }
  for (const name of ['T', 'Tr']) project.history.record(`rename to ${name}`, slowly(name), { joins })
  expect(count('step')).toBe(1)
})

test('other work in between keeps steps apart', () => {
  sources.tickMs = 1
  const joins = { key: 'import 1', withinMs: Number.POSITIVE_INFINITY }
  const add = (text: string) => () => project.repositories.documents.insert(documentOf(text))
  project.history.record('import 1 document', add('one'), { joins })
  project.history.record('import 2 documents', add('two'), { joins })
  project.history.record('rename', rename('Trams'))
  project.history.record('import 3 documents', add('three'), { joins })
  expect(project.database.prepare('SELECT label FROM step ORDER BY id').pluck().all()).toEqual([
    'import 2 documents',
    'rename',
    'import 3 documents',
  ])
})

/** As if another program had written into the file while it was closed. */
function tamper(sql: string): void {
  project.database.exec(
    `UPDATE temp.recording SET mode = 'replaying'; ${sql}; UPDATE temp.recording SET mode = 'closed'`,
  )
}

const addClaim = () =>
  project.history.record('add claim', () =>
    project.repositories.claims.insert({
      uid: 'c',
      statement: 'Trams pay.',
      note: '',
      created: sources.now(),
    }),
  )

test('a step that the project no longer fits is refused and changes nothing', () => {
  addClaim()
  project.history.record('rename', rename('Trams'))
  tamper(`UPDATE claim SET statement = 'Trams cost.'`)
  project.history.undo()
  const before = dump(project.database)
  expect(() => project.history.undo()).toThrow(
    expect.objectContaining({
      code: 'history-conflict',
      message: expect.stringMatching(/“add claim” cannot be undone/),
    }),
  )
  expect(dump(project.database)).toEqual(before)
  expect(project.history.state()).toEqual({ undo: 'add claim', redo: 'rename' })

  tamper(`UPDATE claim SET statement = 'Trams pay.'`)
  expect(project.history.undo()?.label).toBe('add claim')
})

test('an undo that would take along what it knows nothing of is refused', () => {
  project.history.record('add annotator', () =>
    project.repositories.annotators.insert({ uid: 'a', name: 'Ada' }),
  )
  const id = addClaim()
  tamper(`INSERT INTO memo (uid, claim_id, annotator_id, text, created) VALUES ('m', ${id}, 1, 'mine', '')`)
  expect(() => project.history.undo()).toThrow(expect.objectContaining({ code: 'history-conflict' }))
  expect(count('memo')).toBe(1)
})

test('a forged log cannot reach beyond the logged tables and their columns', () => {
  project.history.record('rename', rename('Trams'))
  const forge = project.database.prepare(`UPDATE change SET before = ?, table_name = ?`)
  for (const [before, table] of [
    ['{"id":1}', 'project'],
    ['{"id":1,"uid":"u","name":"n","description":"","created":"","spy":1}', 'project'],
    ['not JSON', 'project'],
    ['{"id":1,"uid":[],"name":"n","description":"","created":""}', 'project'],
    ['{"id":1,"uid":"u","name":null,"description":"","created":""}', 'project'],
    ['{"id":1}', 'sqlite_schema'],
    ['{"id":1}', '__proto__'],
  ] as const) {
    forge.run(before, table)
    expect(() => project.history.undo()).toThrow(expect.objectContaining({ code: 'history-conflict' }))
    expect(project.repositories.project.get().name).toBe('Trams')
  }
})
