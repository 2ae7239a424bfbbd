import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { DocumentId, TagId } from '../../../preload/contract/ids.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let documentId: DocumentId
let claim: TagId
let rebuttal: TagId

beforeEach(async () => {
  app = testSession()
  documentId = addDocument(app.project, 'The tram pays for itself 😀.\nIt never has.', { title: 'Statement' })
  ;[claim, rebuttal] = (await app.ask('tag.list')).map(({ id }) => id) as [TagId, TagId]
})

test('a passage is tagged, undone and done again', async () => {
  const made = await app.ask('annotation.create', {
    documentId,
    tagId: claim,
    spans: [{ start: 4, end: 24 }],
  })
  expect(made.quote).toEqual(['tram pays for itself'])
  expect(await app.ask('history.state')).toEqual({ undo: 'tag as Claim', redo: null })

  expect(await app.ask('history.undo')).toEqual({
    label: 'tag as Claim',
    place: { documentId, annotationId: null, span: { start: 4, end: 24 }, others: 0 },
  })
  await expect(app.ask('annotation.get', { id: made.id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await app.ask('annotator.list')).toEqual([])

  expect(await app.ask('history.redo')).toEqual({
    label: 'tag as Claim',
    place: { documentId, annotationId: made.id, span: null, others: 0 },
  })
  expect(await app.ask('annotation.get', { id: made.id })).toEqual(made)
})

test('a span that splits an emoji or leaves the text is refused and leaves nothing behind', async () => {
  for (const span of [
    { start: 4, end: 26 },
    { start: 0, end: 999 },
  ]) {
    await expect(
      app.ask('annotation.create', { documentId, tagId: claim, spans: [span] }),
    ).rejects.toMatchObject({
      code: 'bad-span',
    })
  }
  expect((await app.ask('annotation.columns', { documentId })).annotation).toHaveLength(0)
  expect(await app.ask('history.state')).toEqual({ undo: 'import a document', redo: null })
})

test('typing a note is one step until a pause; a change of tag is another', async () => {
  const { id } = await app.ask('annotation.create', {
    documentId,
    tagId: claim,
    spans: [{ start: 0, end: 3 }],
  })
  app.sources.tickMs = 400
  for (const note of ['s', 'so', 'so?']) {
    await app.ask('annotation.update', { id, change: { note } })
  }
  app.sources.tickMs = 60_000
  await app.ask('annotation.update', { id, change: { tagId: rebuttal } })

  expect(await app.ask('history.state')).toMatchObject({ undo: 'change tag to Rebuttal' })
  await app.ask('history.undo')
  expect((await app.ask('annotation.get', { id })).note).toBe('so?')
  await app.ask('history.undo')
  expect((await app.ask('annotation.get', { id })).note).toBe('')
})

test('what is deleted counts the links that go with it, those onto its links too', async () => {
  const make = (start: number) =>
    app.ask('annotation.create', { documentId, tagId: claim, spans: [{ start, end: start + 1 }] })
  const [one, other, attacker] = [await make(0), await make(1), await make(2)]
  const [type] = await app.ask('linkType.list')
  const tie = (source: object, target: object) =>
    app.ask('link.create', { linkTypeId: type!.id, source: source as never, target: target as never })
  const link = await tie({ annotation: one.id }, { annotation: other.id })
  await tie({ annotation: attacker.id }, { link: link.id })
  expect(await app.ask('annotation.delete', { ids: [one.id] })).toEqual({ links: 2 })
  expect(await app.ask('annotation.delete', { ids: [attacker.id] })).toEqual({ links: 0 })
})

test('what was changed is told, with the place of removed ones', async () => {
  const { id } = await app.ask('annotation.create', {
    documentId,
    tagId: claim,
    spans: [{ start: 0, end: 3 }],
  })
  expect(app.latestChange()).toMatchObject({
    annotations: { upserted: [{ id, spans: [{ start: 0, end: 3 }] }], removed: [] },
    documents: [documentId],
    lists: ['annotator'],
  })
  await app.ask('annotation.delete', { ids: [id] })
  expect(app.latestChange()).toMatchObject({
    annotations: { upserted: [], removed: [{ id, documentId }] },
    lists: [],
  })
})
