import { beforeEach, expect, test } from 'vitest'
import { checkProject } from '../../../db/gate/check.ts'
import { addDocument } from '../../../db/testing/documents.ts'
import { dump } from '../../../db/testing/dump.ts'
import type { AnnotationId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let first: DocumentId
let second: DocumentId
let [claim, rebuttal]: TagId[] = []

beforeEach(async () => {
  app = testSession()
  first = addDocument(app.project, 'The tram pays for itself. It never does.')
  second = addDocument(app.project, 'Four gardens stand where the rails shall lie.')
  ;[claim, rebuttal] = (await app.ask('tag.list')).map(({ id }) => id)
})

const annotate = async (
  documentId: DocumentId,
  start: number,
  end: number,
  tagId = claim!,
): Promise<AnnotationId> =>
  (await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end }] })).id
const define = (definition: string) => app.ask('tag.update', { id: claim!, change: { definition } })
const tag = async () => (await app.ask('tag.list')).find(({ id }) => id === claim)!
const versionOf = async (id: AnnotationId) => (await app.ask('annotation.get', { id })).tagVersion

test('a meaning that nobody has annotated by goes on changing without a new version', async () => {
  for (const words of ['A', 'An', 'An assertion']) await define(words)
  expect(await tag()).toMatchObject({ version: 1, outdated: 0 })
  expect(await app.ask('tag.versions', { id: claim! })).toEqual([])
})

test('a new version begins with the first change after use, and what it said before is kept', async () => {
  await define('An assertion')
  const old = await annotate(first, 0, 8)
  app.project.history.signAs('Ada')
  for (const words of ['An assertion t', 'An assertion that', 'An assertion that can be answered'])
    await define(words)
  expect(await tag()).toMatchObject({ version: 2, uses: 1, outdated: 1 })
  expect(await app.ask('tag.versions', { id: claim! })).toMatchObject([
    { number: 1, name: 'Claim', definition: 'An assertion', role: 'claim', who: 'Ada', annotations: 1 },
  ])
  const fresh = await annotate(first, 9, 13)
  expect([await versionOf(old), await versionOf(fresh)]).toEqual([1, 2])
  expect(await app.ask('annotation.outdated', { documentId: first })).toEqual([old])

  await app.ask('tag.update', { id: claim!, change: { exclude: 'questions' } })
  expect(await tag()).toMatchObject({ version: 3, outdated: 2 })
  expect(
    (await app.ask('tag.versions', { id: claim! })).map(({ number, annotations }) => [number, annotations]),
  ).toEqual([
    [2, 1],
    [1, 1],
  ])
  expect(checkProject(app.project.database)).toEqual([])
})

test('colour, key, name, place, examples and space at the ends change no meaning', async () => {
  await define('An assertion')
  await annotate(first, 0, 8)
  await app.ask('tag.update', { id: claim!, change: { color: '#111111', key: 'c' } })
  await app.ask('tag.update', { id: claim!, change: { name: 'Thesis', parentId: rebuttal! } })
  await app.ask('tag.update', { id: claim!, change: { examples: ['so'] } })
  await define('An assertion ')
  expect(await tag()).toMatchObject({ version: 1, outdated: 0 })
})

test('a version ends as if it had not been when the tag says again what it said before', async () => {
  await define('An assertion')
  await annotate(first, 0, 8)
  await define('An assertion!')
  await define('An assertion')
  expect(await tag()).toMatchObject({ version: 1, outdated: 0 })
  expect(await app.ask('tag.versions', { id: claim! })).toEqual([])
})

test('role and attributes are part of the meaning', async () => {
  await annotate(first, 0, 8)
  await app.ask('tag.update', { id: claim!, change: { role: 'premise' } })
  expect(await tag()).toMatchObject({ version: 2 })
  await annotate(first, 0, 3)
  const attributes = [{ name: 'certainty', kind: 'choice' as const, values: ['low'], required: false }]
  await app.ask('tag.update', { id: claim!, change: { attributes } })
  expect(await tag()).toMatchObject({ version: 3, outdated: 2 })
})

test('every change of meaning and what follows from it can be undone and done again', async () => {
  const states = [dump(app.project.database)]
  const note = () => states.push(dump(app.project.database))
  await annotate(first, 0, 8)
  note()
  await define('An assertion')
  note()
  app.sources.tickMs = 5000
  await define('Something else')
  note()
  await annotate(second, 0, 4)
  note()
  await app.ask('tag.confirmAll', { id: claim! })
  note()
  await define('A third thing')
  note()
  await app.ask('tag.delete', { id: claim!, annotations: 'retag', replacement: rebuttal! })
  note()
  // The annotator came with the first annotation.
  for (const state of states.toReversed().slice(1)) {
    await app.ask('history.undo')
    if (state !== states[0]) expect(dump(app.project.database)).toEqual(state)
  }
  for (const state of states.slice(1)) {
    await app.ask('history.redo')
    expect(dump(app.project.database)).toEqual(state)
  }
})

test('another tag is given under its present definition', async () => {
  const id = await annotate(first, 0, 8, rebuttal)
  await annotate(first, 9, 13)
  await define('An assertion')
  await app.ask('annotation.update', { id, change: { tagId: claim! } })
  expect(await versionOf(id)).toBe(2)
  expect(await tag()).toMatchObject({ uses: 2, outdated: 1 })
})

test('the annotations to look at again follow each other through the documents, round and round', async () => {
  const a = await annotate(first, 0, 8)
  const b = await annotate(first, 0, 3)
  const c = await annotate(first, 26, 28)
  const d = await annotate(second, 5, 12)
  await define('An assertion')
  await annotate(second, 0, 4)
  const next = async (from: AnnotationId, step: 1 | -1 = 1) =>
    (await app.ask('annotation.nextOutdated', { from: { annotation: from }, step })).next?.id
  expect([await next(a), await next(b), await next(c), await next(d)]).toEqual([b, c, d, a])
  expect([await next(a, -1), await next(b, -1), await next(c, -1), await next(d, -1)]).toEqual([d, a, b, c])
  const fromCaret = async (offset: number, step: 1 | -1) =>
    app.ask('annotation.nextOutdated', { from: { documentId: first, offset }, step })
  expect(await fromCaret(0, 1)).toEqual({ next: { id: a, documentId: first }, left: 4 })
  expect((await fromCaret(4, 1)).next?.id).toBe(c)
  expect((await fromCaret(4, -1)).next?.id).toBe(b)

  expect(await app.ask('annotation.confirm', { ids: [a, b, c] })).toEqual({ left: 1 })
  expect(await app.ask('history.state')).toMatchObject({ undo: 'find 3 annotations still right' })
  expect(await next(d)).toBe(d)
  await app.ask('annotation.confirm', { ids: [d] })
  expect(await fromCaret(0, 1)).toEqual({ next: null, left: 0 })
  await app.ask('history.undo')
  await app.ask('history.undo')
  expect((await fromCaret(0, 1)).left).toBe(4)
})
