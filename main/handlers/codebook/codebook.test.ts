import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { AnnotationId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let documentId: DocumentId
let [claim, rebuttal, premise]: TagId[] = []

beforeEach(async () => {
  app = testSession()
  documentId = addDocument(app.project, 'The tram pays for itself.')
  ;[claim, rebuttal, premise] = (await app.ask('tag.list')).map(({ id }) => id)
})

const names = async () => (await app.ask('tag.list')).map(({ name }) => name)
const annotate = async (tagId: TagId): Promise<AnnotationId> =>
  (await app.ask('annotation.create', { documentId, tagId, spans: [{ start: 0, end: 3 }] })).id

test('a new tag gets a colour of its own and stands last among its siblings', async () => {
  const made = await app.ask('tag.create', { name: 'Concession', parentId: claim! })
  expect(made).toMatchObject({ role: 'none', key: '', parentId: claim, uses: 0 })
  expect((await app.ask('tag.list')).filter(({ color }) => color === made.color)).toHaveLength(1)
  await app.ask('tag.create', { name: 'Forecast', parentId: claim! })
  expect(await names()).toEqual(['Claim', 'Concession', 'Forecast', 'Rebuttal', 'Premise'])
  expect(app.latestChange().lists).toEqual(['tag'])
})

test('renaming says what it was, and reaches everything at once', async () => {
  await app.ask('tag.update', { id: claim!, change: { name: 'Thesis' } })
  expect(await app.ask('history.state')).toMatchObject({ undo: 'rename tag Claim to Thesis' })
  expect(app.latestChange()).toMatchObject({ lists: ['tag'], documents: null })
})

test('a key moves to the tag it is given to', async () => {
  await app.ask('tag.update', { id: rebuttal!, change: { key: '1' } })
  expect((await app.ask('tag.list')).map(({ key }) => key)).toEqual(['', '1', '3'])
  await app.ask('tag.create', { name: 'New', key: '3' })
  expect((await app.ask('tag.list')).map(({ key }) => key)).toEqual(['', '1', '', '3'])
  await app.ask('history.undo')
  await app.ask('history.undo')
  expect((await app.ask('tag.list')).map(({ key }) => key)).toEqual(['1', '2', '3'])
})

test('tags nest and move, but never under themselves', async () => {
  await app.ask('tag.move', { ids: [premise!], parentId: null, beforeId: claim! })
  expect(await names()).toEqual(['Premise', 'Claim', 'Rebuttal'])
  await app.ask('tag.move', { ids: [rebuttal!], parentId: premise!, beforeId: null })
  await app.ask('tag.update', { id: claim!, change: { parentId: rebuttal! } })
  expect(await names()).toEqual(['Premise', 'Rebuttal', 'Claim'])
  for (const parentId of [premise!, rebuttal!, claim!]) {
    await expect(app.ask('tag.update', { id: premise!, change: { parentId } })).rejects.toMatchObject({
      code: 'circle',
    })
  }
  await expect(
    app.ask('tag.move', { ids: [premise!], parentId: claim!, beforeId: null }),
  ).rejects.toMatchObject({
    code: 'circle',
  })
  await expect(
    app.ask('tag.move', { ids: [claim!], parentId: null, beforeId: rebuttal! }),
  ).rejects.toMatchObject({
    code: 'bad-input',
  })
})

test('deleting a tag takes its annotations, or gives them another; its children move up into its place', async () => {
  const inner = await app.ask('tag.create', { name: 'Forecast', parentId: claim! })
  const [first, second] = [await annotate(claim!), await annotate(rebuttal!)]
  const retype = { id: claim!, annotations: 'retag', replacement: rebuttal! } as const
  await expect(app.ask('tag.delete', { ...retype, replacement: null })).rejects.toMatchObject({
    code: 'bad-input',
  })
  await expect(app.ask('tag.delete', { ...retype, replacement: claim! })).rejects.toMatchObject({
    code: 'bad-input',
  })
  await app.ask('tag.delete', retype)
  expect(await app.ask('tag.list')).toMatchObject([
    { id: inner.id, parentId: null },
    { id: rebuttal, uses: 2 },
    { id: premise },
  ])
  expect((await app.ask('annotation.get', { id: first })).tagId).toBe(rebuttal)

  await app.ask('tag.delete', { id: rebuttal!, annotations: 'delete', replacement: null })
  expect((await app.ask('annotation.columns', { documentId })).annotation).toHaveLength(0)
  expect(
    app
      .latestChange()
      .annotations?.removed.map(({ id }) => id)
      .sort(),
  ).toEqual([first, second].sort())

  await app.ask('history.undo')
  await app.ask('history.undo')
  expect((await app.ask('annotation.get', { id: first })).tagId).toBe(claim)
  expect(await names()).toEqual(['Claim', 'Forecast', 'Rebuttal', 'Premise'])
})

test('a value must be of the kind its tag defines', async () => {
  const attributes = [
    { name: 'certainty', kind: 'choice', values: ['low', 'high'] },
    { name: 'quoted', kind: 'yes-no' },
    { name: 'weight', kind: 'number' },
  ] as const
  await app.ask('tag.update', {
    id: claim!,
    change: { attributes: attributes.map((a) => ({ ...a, values: [...('values' in a ? a.values : [])] })) },
  })
  const id = await annotate(claim!)
  const set = (attributes: Record<string, string | number | boolean>) =>
    app.ask('annotation.update', { id, change: { attributes } })
  for (const wrong of [{ certainty: 'maybe' }, { quoted: 'yes' }, { weight: '3' }]) {
    await expect(set(wrong)).rejects.toMatchObject({ code: 'bad-input' })
  }
  const right = { certainty: 'high', quoted: true, weight: 0.1, 'from elsewhere': 'kept' }
  expect((await set(right)).attributes).toEqual(right)
})

test('several tags move together as one step, in their order and with what stands under them', async () => {
  const under = await app.ask('tag.create', { name: 'Forecast', parentId: premise! })
  const last = await app.ask('tag.create', { name: 'Concession' })
  await app.ask('tag.move', { ids: [under.id, premise!, claim!], parentId: null, beforeId: last.id })
  expect(await names()).toEqual(['Rebuttal', 'Claim', 'Premise', 'Forecast', 'Concession'])
  expect(await app.ask('history.state')).toMatchObject({ undo: 'move 3 tags' })
  await app.ask('tag.move', { ids: [claim!, premise!], parentId: last.id, beforeId: null })
  expect(await names()).toEqual(['Rebuttal', 'Concession', 'Claim', 'Premise', 'Forecast'])
  await expect(
    app.ask('tag.move', { ids: [rebuttal!, last.id], parentId: under.id, beforeId: null }),
  ).rejects.toMatchObject({ code: 'circle' })
  await app.ask('history.undo')
  await app.ask('history.undo')
  expect(await names()).toEqual(['Claim', 'Rebuttal', 'Premise', 'Forecast', 'Concession'])
})

test('link types are made, changed and deleted with their links or without', async () => {
  const made = await app.ask('linkType.create', { name: 'echoes', symmetric: true })
  const changed = await app.ask('linkType.update', {
    id: made.id,
    change: { sourceRoles: ['claim'], symmetric: false },
  })
  expect(changed).toMatchObject({
    name: 'echoes',
    symmetric: false,
    sourceRoles: ['claim'],
    targetRoles: [],
    uses: 0,
  })
  expect(app.latestChange()).toMatchObject({ lists: ['link-type'], documents: null })

  const [a, b] = [await annotate(claim!), await annotate(rebuttal!)]
  const link = await app.ask('link.create', {
    linkTypeId: made.id,
    source: { annotation: a },
    target: { annotation: b },
  })
  const [rebuts] = await app.ask('linkType.list')
  await app.ask('linkType.delete', { id: made.id, links: 'retype', replacement: rebuts!.id })
  expect((await app.ask('link.get', { id: link.id })).linkTypeId).toBe(rebuts!.id)
  await app.ask('linkType.delete', { id: rebuts!.id, links: 'delete', replacement: null })
  await expect(app.ask('link.get', { id: link.id })).rejects.toMatchObject({ code: 'not-found' })
})
