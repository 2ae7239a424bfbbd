import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { Failure } from '../preload/contract/failure.ts'
import type { RevisionId } from '../preload/contract/ids.ts'
import { createProject } from './create-project.ts'
import { digestOf, foundSoundIn } from './gate/found-sound.ts'
import { openProject } from './open.ts'
import type { OpenProject } from './open-project.ts'
import { atOnce, inOne } from './pausing.ts'
import { recordApart } from './record-apart.ts'
import type { Repositories } from './repositories/index.ts'
import { addDocument, documentOf } from './testing/documents.ts'
import { dump } from './testing/dump.ts'
import { testFolder } from './testing/folder.ts'

const file = testFolder()

const titlesIn = ({ repositories }: OpenProject): string[] =>
  repositories.documents.list().map(({ title }) => title)

/** After `before` two documents have come, which are undone and done again as one, and work goes on. */
function expectTwoAsOneStep(project: OpenProject): void {
  project.history.undo()
  expect(titlesIn(project)).toEqual(['before'])
  project.history.redo()
  addDocument(project, 'after', { title: 'after' })
  expect(titlesIn(project)).toEqual(['before', 'one', 'two', 'after'])
}

/** A long step that brings two documents in, resting after the first while `meanwhile` happens. */
function bringTwo(project: OpenProject, meanwhile: () => void, joins?: { key: string; withinMs: number }) {
  return recordApart(
    project,
    'bring two',
    function* ({ documents }) {
      documents.insert(documentOf('one', { title: 'one' }))
      yield
      documents.insert(documentOf('two', { title: 'two' }))
    },
    { joins, drive: (work) => restingIn(work, meanwhile) },
  )
}

async function restingIn<T>(work: Generator<void, T>, meanwhile: () => void): Promise<T> {
  let step = work.next()
  while (!step.done) {
    await setTimeout(0)
    try {
      meanwhile()
      step = work.next()
    } catch (error) {
      step = work.throw(error)
    }
  }
  return step.value
}

test('a long step is read by nobody before it is whole, and is one step to undo', async () => {
  const project = createProject(file('whole.rejoinder'))
  addDocument(project, 'before', { title: 'before' })
  const told: string[] = []
  project.history.onCommitted(({ label, direction, rows }) =>
    told.push(`${label} ${direction} ${rows('document').length}`),
  )
  await bringTwo(project, () => expect(titlesIn(project)).toEqual(['before']))

  expect(titlesIn(project)).toEqual(['before', 'one', 'two'])
  expect(told).toEqual(['bring two done 2'])
  expectTwoAsOneStep(project)
  project.close()
})

test('what is thrown into a long step takes all of it back, and work goes on', async () => {
  const project = createProject(file('stopped.rejoinder'))
  const before = dump(project.database)
  const stop = () => {
    throw new Failure('cancelled', 'stopped')
  }
  await expect(bringTwo(project, stop)).rejects.toMatchObject({ code: 'cancelled' })
  expect(dump(project.database)).toEqual(before)
  addDocument(project, 'after', { title: 'after' })
  expect(titlesIn(project)).toEqual(['after'])
  project.close()
})

test('nothing else is changed during a long step', async () => {
  const project = createProject(file('busy.rejoinder'))
  addDocument(project, 'before')
  await bringTwo(project, () => {
    expect(() => addDocument(project, 'meanwhile')).toThrow(expect.objectContaining({ code: 'busy' }))
    expect(() => project.history.undo()).toThrow(expect.objectContaining({ code: 'busy' }))
  })
  expect(titlesIn(project)).toEqual(['before', 'one', 'two'])
  project.close()
})

test('a long step joins the one before it, and the next joins the long one', async () => {
  const project = createProject(file('joined.rejoinder'))
  const joins = { key: 'import', withinMs: 60_000 }
  const add = (title: string) =>
    project.history.record(title, () => project.repositories.documents.insert(documentOf(title)), { joins })
  add('first')
  await bringTwo(project, () => {}, joins)
  add('last')
  expect(titlesIn(project)).toHaveLength(4)
  project.history.undo()
  expect(titlesIn(project)).toEqual([])
  project.close()
})

test('what a long step has done since is told from what was there, also where it joined that', async () => {
  const project = createProject(file('watched.rejoinder'))
  const joins = { key: 'import', withinMs: 600_000 }
  await bringTwo(project, () => {}, joins)
  const isUnseen = project.history.watchLent()
  expect(isUnseen()).toBe(false)
  await recordApart(
    project,
    'bring a third',
    ({ documents }) => inOne(() => documents.insert(documentOf('three'))),
    {
      joins,
      drive: (work) => restingIn(work, () => {}),
    },
  )
  expect(project.history.state().undo).toBe('bring a third')
  expect(isUnseen()).toBe(true)
  expect(project.history.watchLent()()).toBe(false)
  project.close()
})

test('of a long step that joins the one before it, all it changed is told', async () => {
  const project = createProject(file('joined-told.rejoinder'))
  const joins = { key: 'import', withinMs: 60_000 }
  const id = addDocument(project, 'before')
  const retitle = ({ documents }: Repositories, title: string) =>
    documents.update(id, { title, metadata: {}, status: 'to-do' })
  project.history.record('first', () => retitle(project.repositories, 'first'), { joins })
  const told: unknown[] = []
  project.history.onCommitted(({ label, count, rows }) => told.push([label, count, rows('document')]))
  const retitling = function* (repositories: Repositories) {
    retitle(repositories, 'second')
    yield
  }
  await recordApart(project, 'long', retitling, { joins, drive: (work) => restingIn(work, () => {}) })
  expect(told).toEqual([['long', 1, [id]]])
  project.close()
})

test('a long step is not built upon what another program wrote meanwhile', async () => {
  const project = createProject(file('shared.rejoinder'))
  const other = new Database(file('shared.rejoinder'))
  other.exec(`UPDATE project SET name = 'theirs'`)
  other.close()
  await expect(bringTwo(project, () => {})).rejects.toMatchObject({ code: 'already-open' })
  expect(titlesIn(project)).toEqual([])
  project.close()
})

test.each(['before it', 'in the middle of it'])(
  'a long step never goes into a file that was put in the place of the open one %s',
  async (when) => {
    const path = file(`replaced ${when}.rejoinder`)
    const older = `${path}.older`
    const project = createProject(path)
    addDocument(project, 'before', { title: 'before' })
    copyFileSync(path, older)
    addDocument(project, 'later', { title: 'later' })
    const replace = () => renameSync(older, path)
    if (when === 'before it') replace()
    const replacing = when === 'before it' ? () => {} : replace
    await expect(bringTwo(project, replacing)).rejects.toMatchObject({ code: 'moved' })
    expect(titlesIn(project)).toEqual(['before', 'later'])
    const there = openProject(path)
    expect(titlesIn(there)).toEqual(['before'])
    expect(there.history.state()).toEqual({ undo: 'import a document', redo: null })
    there.close()
    project.close()
  },
)

test('a long step makes no file where the open one was deleted', async () => {
  const path = file('deleted.rejoinder')
  const project = createProject(path)
  rmSync(path)
  await expect(bringTwo(project, () => {})).rejects.toMatchObject({ code: 'moved' })
  expect(existsSync(path)).toBe(false)
  project.close()
})

/** A long step whose two texts come ahead, each in a transaction of its own; `fails` is thrown into the step itself. */
function bringTwoAhead(project: OpenProject, meanwhile: () => void, fails?: Error) {
  const one = documentOf('Trams pay. '.repeat(200_000), { title: 'one' })
  const two = documentOf('Trams do not pay. '.repeat(200_000), { title: 'two' })
  const prepared = new Map<string, RevisionId>()
  return recordApart(
    project,
    'bring two',
    function* ({ documents }) {
      for (const document of [one, two]) {
        documents.appear(document.uid, prepared.get(document.uid)!, document)
        yield
        if (fails) throw fails
      }
    },
    {
      drive: (work) => restingIn(work, meanwhile),
      *ahead({ documents }) {
        for (const document of [one, two]) {
          prepared.set(document.uid, documents.prepare(document)!)
          yield document.text.text.length
        }
      },
    },
  )
}

const revisionsIn = ({ database }: OpenProject): unknown =>
  database.prepare(`SELECT count(*) FROM revision`).pluck().get()

test('texts that come ahead are in the file and seen by nobody before their step is whole', async () => {
  const project = createProject(file('ahead.rejoinder'))
  addDocument(project, 'before', { title: 'before' })
  const known: unknown[] = []
  await bringTwoAhead(project, () => {
    known.push(revisionsIn(project))
    expect(titlesIn(project)).toEqual(['before'])
    expect(() => addDocument(project, 'meanwhile')).toThrow(expect.objectContaining({ code: 'busy' }))
  })
  expect(new Set(known)).toEqual(new Set([1, 2, 3]))
  expect(titlesIn(project)).toEqual(['before', 'one', 'two'])
  expectTwoAsOneStep(project)
  project.close()
})

test('of texts that came ahead nothing is left where the step fails, or is stopped before it', async () => {
  const project = createProject(file('ahead-stopped.rejoinder'))
  addDocument(project, 'undone', { title: 'undone' })
  project.history.undo()
  const before = dump(project.database)
  await expect(bringTwoAhead(project, () => {}, new Error('no'))).rejects.toThrow('no')
  expect(dump(project.database)).toEqual(before)
  expect(revisionsIn(project)).toBe(1)
  const stop = () => {
    if (revisionsIn(project) === 2) throw new Failure('cancelled', 'stopped')
  }
  await expect(bringTwoAhead(project, stop)).rejects.toMatchObject({ code: 'cancelled' })
  expect(dump(project.database)).toEqual(before)
  expect(revisionsIn(project)).toBe(1)
  project.history.redo()
  await bringTwoAhead(project, () => {})
  expect(titlesIn(project)).toEqual(['undone', 'one', 'two'])
  project.close()
})

test('of texts that came ahead nothing is left when the program has died before the step was whole', () => {
  const path = file('ahead-died.rejoinder')
  const project = createProject(path)
  addDocument(project, 'before', { title: 'before' })
  const before = dump(project.database)
  const { history, repositories } = project
  const prepare = () => inOne(() => repositories.documents.prepare(documentOf('one')))
  atOnce(history.unrecorded(prepare))
  expect(revisionsIn(project)).toBe(2)
  project.close()
  const again = openProject(path)
  expect(dump(again.database)).toEqual(before)
  expect(revisionsIn(again)).toBe(1)
  again.close()
})

test('a project opens though what an import left unfinished cannot be deleted', () => {
  const path = file('ahead-kept.rejoinder')
  const project = createProject(path)
  addDocument(project, 'before', { title: 'before' })
  const { history, repositories } = project
  atOnce(history.unrecorded(() => inOne(() => repositories.documents.prepare(documentOf('one')))))
  project.close()
  const other = new Database(path)
  // A memo would go with its document, which a change that is no step may not do.
  other.exec(`INSERT INTO annotator (uid, name) VALUES ('a', 'Ada');
    INSERT INTO memo (uid, document_id, annotator_id, text, created)
    SELECT 'm', document.id, annotator.id, 'left', '2026-01-05T10:00:00.000Z'
    FROM document, annotator WHERE present = 0`)
  other.close()
  const foundSoundPath = file('found.json')
  foundSoundIn(foundSoundPath).add(digestOf(path))
  const again = openProject(path, { foundSoundPath })
  expect(titlesIn(again)).toEqual(['before'])
  addDocument(again, 'after', { title: 'after' })
  again.close()
})

test('texts do not come ahead of what another program writes meanwhile', async () => {
  const project = createProject(file('ahead-shared.rejoinder'))
  const write = () => {
    if (revisionsIn(project) !== 1) return
    const other = new Database(file('ahead-shared.rejoinder'))
    // While a portion is being written, nobody else can write.
    other.pragma('busy_timeout = 0')
    try {
      other.exec(`UPDATE project SET name = 'theirs'`)
    } catch {
    } finally {
      other.close()
    }
  }
  await expect(bringTwoAhead(project, write)).rejects.toMatchObject({ code: 'already-open' })
  expect(titlesIn(project)).toEqual([])
  project.close()
})
