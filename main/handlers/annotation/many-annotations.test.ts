import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { AttributeValues } from '../../../preload/contract/annotation.ts'
import type { AnnotationId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let documentId: DocumentId
let [claim, rebuttal]: TagId[] = []

beforeEach(async () => {
  app = testSession()
  documentId = addDocument(app.project, 'The tram pays for itself. It never has.')
  ;[claim, rebuttal] = (await app.ask('tag.list')).map(({ id }) => id)
  const certainty = { name: 'certainty', kind: 'choice' as const, values: ['low', 'high'], required: true }
  await app.ask('tag.update', {
    id: claim!,
    change: { attributes: [certainty, { name: 'quoted', kind: 'yes-no' }] },
  })
  await app.ask('tag.update', {
    id: rebuttal!,
    change: { attributes: [{ ...certainty, values: ['high', 'none'], required: false }] },
  })
})

async function annotate(
  start: number,
  attributes: AttributeValues = {},
  tagId = claim!,
): Promise<AnnotationId> {
  const { id } = await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end: start + 3 }] })
  if (Object.keys(attributes).length > 0) await app.ask('annotation.update', { id, change: { attributes } })
  return id
}
const get = (id: AnnotationId) => app.ask('annotation.get', { id })

test('the same passage gets the same tag once from one annotator, and another tag as well', async () => {
  await annotate(0)
  await expect(annotate(0)).rejects.toMatchObject({
    code: 'exists',
    message: 'This passage is tagged as Claim already.',
  })
  await annotate(0, {}, rebuttal!)
  app.session.signAs('Grace')
  await annotate(0)
  expect((await app.ask('annotation.columns', { documentId })).annotation).toHaveLength(3)
})

test('a new tag and its first annotation are one step', async () => {
  const spans = [{ start: 0, end: 8 }]
  const made = await app.ask('annotation.createWithTag', { documentId, spans, name: ' The tram ' })
  expect(made).toMatchObject({ isNew: true, tag: { name: 'The tram', role: 'none', key: '', uses: 1 } })
  expect((await app.ask('tag.list')).filter(({ color }) => color === made.tag.color)).toHaveLength(1)
  expect(await app.ask('history.state')).toMatchObject({ undo: 'tag as The tram, a new tag' })

  await app.ask('history.undo')
  expect((await app.ask('tag.list')).map(({ name }) => name)).not.toContain('The tram')
  await app.ask('history.redo')
  expect((await get(made.annotation.id)).tagId).toBe(made.tag.id)
})

test('a tag of that name is taken, whatever its case', async () => {
  const spans = [{ start: 0, end: 8 }]
  const made = await app.ask('annotation.createWithTag', { documentId, spans, name: 'cLAIM' })
  expect(made).toMatchObject({ isNew: false, tag: { id: claim, name: 'Claim' } })
  expect(await app.ask('history.state')).toMatchObject({ undo: 'tag as Claim' })
})

test('the tag of many changes in one step that says how many, and keeps values without use', async () => {
  const ids = [
    await annotate(0, { certainty: 'low', quoted: true }),
    await annotate(4, { certainty: 'high' }),
  ]
  expect(await app.ask('annotation.updateMany', { ids, change: { tagId: rebuttal! } })).toEqual({
    noLongerApply: 2,
  })
  expect(await app.ask('history.state')).toMatchObject({ undo: 'change tag of 2 annotations to Rebuttal' })
  expect(await get(ids[0]!)).toMatchObject({
    tagId: rebuttal,
    attributes: { certainty: 'low', quoted: true },
  })

  // What no longer fits does not stand in the way of another value.
  await app.ask('annotation.update', {
    id: ids[0]!,
    change: { attributes: { certainty: 'low', quoted: true, more: 'words' } },
  })
  await app.ask('history.undo')
  await app.ask('history.undo')
  for (const id of ids) expect((await get(id)).tagId).toBe(claim)
})

test('many get a speaker who is not there yet, in one step', async () => {
  const ids = [await annotate(0), await annotate(4)]
  await app.ask('annotation.updateMany', { ids, change: { speakerName: 'The council' } })
  const [council] = await app.ask('speaker.list')
  for (const id of ids) expect((await get(id)).speakerId).toBe(council!.id)
  await app.ask('history.undo')
  expect(await app.ask('speaker.list')).toEqual([])
  await app.ask('history.redo')
  await app.ask('annotation.update', { id: ids[0]!, change: { speakerName: '' } })
  expect(await app.ask('history.state')).toMatchObject({ undo: 'remove speaker' })
  expect((await get(ids[0]!)).speakerId).toBeNull()
})

test('an attribute is set for many, or for none when one has no such attribute', async () => {
  const [first, other] = [await annotate(0), await annotate(4, {}, rebuttal!)]
  const set = (ids: AnnotationId[], name: string, value: string | boolean | null) =>
    app.ask('annotation.updateMany', { ids, change: { attribute: { name, value } } })
  await set([first, other], 'certainty', 'high')
  expect((await get(other)).attributes).toEqual({ certainty: 'high' })
  await expect(set([first, other], 'quoted', true)).rejects.toMatchObject({ code: 'bad-input' })
  await expect(set([first, other], 'certainty', 'none')).rejects.toMatchObject({ code: 'bad-input' })
  expect((await get(first)).attributes).toEqual({ certainty: 'high' })
  await set([first, other], 'certainty', null)
  expect((await get(first)).attributes).toEqual({})
})

test('those that lack a required attribute are named', async () => {
  const [bare, misfit] = [await annotate(0), await annotate(4, { certainty: 'high' })]
  await annotate(8, { certainty: 'low' })
  await annotate(12, {}, rebuttal!)
  await app.ask('tag.update', {
    id: claim!,
    change: { attributes: [{ name: 'certainty', kind: 'choice', values: ['low'], required: true }] },
  })
  expect((await app.ask('annotation.lacking', { documentId })).sort()).toEqual([bare, misfit].sort())
})
