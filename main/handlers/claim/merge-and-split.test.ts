import { beforeEach, expect, test } from 'vitest'
import { checkProject } from '../../../db/gate/check.ts'
import { addDocument } from '../../../db/testing/documents.ts'
import { dump } from '../../../db/testing/dump.ts'
import type { AnnotationId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import type { InputOf } from '../../../preload/contract/index.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let first: DocumentId
let second: DocumentId
let [claim, rebuttal, premise]: TagId[] = []

beforeEach(async () => {
  app = testSession()
  first = addDocument(app.project, 'The tram pays for itself. It never does.', {
    metadata: { outlet: 'Post' },
  })
  second = addDocument(app.project, 'Four gardens stand there.', { metadata: { collections: 'Press; Trip' } })
  ;[claim, rebuttal, premise] = (await app.ask('tag.list')).map(({ id }) => id)
})

const annotate = async (tagId: TagId, start = 0, end = 8, documentId = first): Promise<AnnotationId> =>
  (await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end }] })).id
const names = async () => (await app.ask('tag.list')).map(({ name }) => name)
const tag = async (id: TagId) => (await app.ask('tag.list')).find((one) => one.id === id)!
const choice = (name: string, ...values: string[]) => ({
  name,
  kind: 'choice' as const,
  values,
  required: true,
})
const rebuts = async (source: AnnotationId, target: AnnotationId, type = 'rebuts') => {
  const types = await app.ask('linkType.list')
  const linkTypeId = types.find(({ name }) => name === type)!.id
  return app.ask('link.create', {
    linkTypeId,
    source: { annotation: source },
    target: { annotation: target },
  })
}

/** Merges after a look at what it would do, and takes it back and does it again. */
async function merge(request: InputOf<'tag.merge'>) {
  const before = dump(app.project.database)
  const preview = await app.ask('tag.previewMerge', request)
  expect(dump(app.project.database)).toEqual(before)
  const merged = await app.ask('tag.merge', request)
  expect(merged).toEqual(preview)
  expect(checkProject(app.project.database)).toEqual([])
  const after = dump(app.project.database)
  await app.ask('history.undo')
  expect(dump(app.project.database)).toEqual(before)
  await app.ask('history.redo')
  expect(dump(app.project.database)).toEqual(after)
  return merged
}

test('merging tells before what it does: annotations, attributes, examples, children, keys, memos', async () => {
  await app.ask('tag.update', {
    id: claim!,
    change: { attributes: [choice('certainty', 'low')], examples: ['a'] },
  })
  await app.ask('tag.update', {
    id: rebuttal!,
    change: {
      attributes: [
        choice('certainty', 'low', 'high'),
        { name: 'page', kind: 'number', values: [], required: false },
      ],
      examples: ['a', 'b'],
    },
  })
  const attributes = [{ name: 'certainty', kind: 'number' as const, values: [], required: false }]
  await app.ask('tag.update', { id: premise!, change: { attributes } })
  const child = await app.ask('tag.create', { name: 'Child', parentId: premise! })
  await app.ask('memo.create', { about: { tag: premise! }, text: 'mind' })
  await annotate(claim!, 30, 34)
  const a = await annotate(rebuttal!)
  const b = await annotate(premise!, 9, 13)
  await app.ask('annotation.update', { id: b, change: { attributes: { certainty: 3 } } })

  const merged = await merge({
    ids: [rebuttal!, premise!],
    into: claim!,
    duplicates: 'fuse',
    lookAgain: false,
  })
  expect(merged).toMatchObject({
    annotations: 2,
    fused: 0,
    linksGone: 0,
    valuesMoved: 1,
    children: 1,
    memos: 1,
  })
  expect(merged).toMatchObject({ key: '', freedKeys: ['2', '3'], examples: 1, outdated: 1 })
  expect(merged.attributes.map(({ from, name, outcome, to }) => [from, name, outcome, to])).toEqual([
    ['Rebuttal', 'certainty', 'united', 'certainty'],
    ['Rebuttal', 'page', 'added', 'page'],
    ['Premise', 'certainty', 'renamed', 'certainty (Premise)'],
  ])
  expect(await names()).toEqual(['Claim', 'Child'])
  expect(await tag(child.id)).toMatchObject({ parentId: claim })
  expect(await tag(claim!)).toMatchObject({ uses: 3, outdated: 1, examples: ['a', 'b'] })
  expect((await app.ask('annotation.get', { id: a })).tagId).toBe(claim)
  expect((await app.ask('annotation.get', { id: b })).attributes).toEqual({ 'certainty (Premise)': 3 })
  expect(await app.ask('memo.list', { about: { tag: claim! } })).toMatchObject([{ text: 'mind' }])
  expect(await app.ask('history.state')).toMatchObject({ undo: 'merge 2 tags into Claim' })
})

test('annotations on the same passage are made one with their links, or kept', async () => {
  const kept = await annotate(claim!)
  const other = await annotate(rebuttal!)
  await app.ask('annotation.update', { id: other, change: { note: 'so' } })
  const answer = await annotate(premise!, 30, 34)
  await rebuts(other, kept)
  const link = await rebuts(answer, other, 'supports')
  const request = { ids: [rebuttal!], into: claim!, lookAgain: false }
  expect(await merge({ ...request, duplicates: 'keep' })).toMatchObject({
    annotations: 1,
    fused: 0,
    linksGone: 0,
  })
  await app.ask('history.undo')
  expect(await merge({ ...request, duplicates: 'fuse' })).toMatchObject({
    annotations: 1,
    fused: 1,
    linksGone: 1,
  })
  expect(await app.ask('annotation.get', { id: kept })).toMatchObject({ note: 'so', tagId: claim })
  await expect(app.ask('annotation.get', { id: other })).rejects.toMatchObject({ code: 'not-found' })
  expect((await app.ask('link.get', { id: link.id })).target).toEqual({ annotation: kept })
})

test('links that come to end at a role their type does not join are counted, and stay', async () => {
  const [source, target] = [await annotate(rebuttal!), await annotate(claim!, 9, 13)]
  await rebuts(source, target)
  expect(
    await merge({ ids: [rebuttal!], into: premise!, duplicates: 'fuse', lookAgain: false }),
  ).toMatchObject({
    linksAgainstRules: 1,
  })
})

test('annotations from another tag can be marked for another look, and those that were stay so', async () => {
  const old = await annotate(rebuttal!)
  await app.ask('tag.update', { id: rebuttal!, change: { definition: 'Answers' } })
  const fresh = await annotate(rebuttal!, 9, 13)
  const request = { ids: [rebuttal!], into: claim!, duplicates: 'keep' as const }
  expect(await merge({ ...request, lookAgain: false })).toMatchObject({ outdated: 0 })
  expect(await app.ask('annotation.outdated', { documentId: first })).toEqual([old])
  await app.ask('history.undo')
  expect(await merge({ ...request, lookAgain: true })).toMatchObject({ outdated: 1 })
  expect(await app.ask('annotation.outdated', { documentId: first })).toEqual([old, fresh])
})

test('a tag can be merged into one that stands under it, which takes its place', async () => {
  await app.ask('tag.move', { ids: [rebuttal!], parentId: claim!, beforeId: null })
  await app.ask('tag.move', { ids: [premise!], parentId: rebuttal!, beforeId: null })
  const aunt = await app.ask('tag.create', { name: 'Aunt', parentId: claim! })
  expect(await merge({ ids: [claim!], into: premise!, duplicates: 'keep', lookAgain: false })).toMatchObject({
    children: 1,
    freedKeys: ['1'],
  })
  expect(await names()).toEqual(['Rebuttal', 'Premise', 'Aunt'])
  expect(await tag(rebuttal!)).toMatchObject({ parentId: null })
  expect(await tag(aunt.id)).toMatchObject({ parentId: premise })
  await expect(
    app.ask('tag.merge', { ids: [premise!], into: premise!, duplicates: 'keep', lookAgain: false }),
  ).rejects.toMatchObject({ code: 'bad-input' })
})

test('a tag is split by what its annotations say, exactly as told before', async () => {
  await app.ask('tag.update', {
    id: claim!,
    change: { definition: 'Says so', attributes: [choice('certainty', 'low', 'high')] },
  })
  const a = await annotate(claim!)
  const b = await annotate(claim!, 9, 13)
  const c = await annotate(claim!, 0, 4, second)
  await app.ask('annotation.update', { id: a, change: { attributes: { certainty: 'low' } } })
  await app.ask('annotation.update', { id: c, change: { attributes: { certainty: 'low' } } })
  expect((await app.ask('tag.splitWays', { id: claim! })).map(({ title }) => title)).toEqual([
    'Attribute: certainty',
    'Collection of the document',
    'Outlet of the document',
    'Document',
  ])
  const groups = (by: InputOf<'tag.splitGroups'>['by']) => app.ask('tag.splitGroups', { id: claim!, by })
  expect(await groups({ kind: 'collection' })).toEqual([
    { value: 'Press; Trip', title: 'Press; Trip', count: 1 },
    { value: '', title: 'In no collection', count: 2 },
  ])
  expect(await groups({ kind: 'metadata', field: 'outlet' })).toMatchObject([
    { title: 'Post', count: 2 },
    { value: '' },
  ])
  const by = { kind: 'attribute' as const, name: 'certainty' }
  expect(await groups(by)).toEqual([
    { value: 'low', title: 'low', count: 2 },
    { value: '', title: 'Not said', count: 1 },
  ])

  const request: InputOf<'tag.split'> = {
    id: claim!,
    by,
    parts: [{ values: ['low'], to: { name: 'Guess' } }],
    place: 'under',
  }
  const before = dump(app.project.database)
  const preview = await app.ask('tag.previewSplit', request)
  expect(dump(app.project.database)).toEqual(before)
  expect(preview).toMatchObject({ parts: [{ name: 'Guess', isNew: true, annotations: 2 }], left: 1 })
  expect(await app.ask('tag.split', request)).toMatchObject({ parts: [{ annotations: 2 }], left: 1 })
  expect(await names()).toEqual(['Claim', 'Guess', 'Rebuttal', 'Premise'])
  const [, guess] = await app.ask('tag.list')
  expect(guess).toMatchObject({ parentId: claim, role: 'claim', definition: 'Says so', uses: 2, outdated: 0 })
  expect((await app.ask('annotation.get', { id: b })).tagId).toBe(claim)
  expect(await app.ask('history.state')).toMatchObject({ undo: 'split tag Claim' })
  await app.ask('history.undo')
  expect(dump(app.project.database)).toEqual(before)
})

test('a tag is split by hand, annotation by annotation', async () => {
  const a = await annotate(claim!)
  const b = await annotate(claim!, 9, 13)
  const c = await annotate(claim!, 0, 4, second)
  expect(await app.ask('tag.annotationIds', { id: claim! })).toEqual([a, b, c])
  const parts = [
    { ids: [c], to: { name: 'Guess' } },
    { ids: [a], to: { tagId: rebuttal! } },
  ]
  expect(await app.ask('tag.split', { id: claim!, by: null, parts, place: 'beside' })).toMatchObject({
    parts: [
      { name: 'Guess', isNew: true, annotations: 1 },
      { name: 'Rebuttal', isNew: false, annotations: 1 },
    ],
    left: 1,
  })
  expect(await names()).toEqual(['Claim', 'Rebuttal', 'Premise', 'Guess'])
  const again = [{ ids: [a], to: { name: 'Other' } }]
  await expect(
    app.ask('tag.split', { id: claim!, by: null, parts: again, place: 'beside' }),
  ).rejects.toMatchObject({ code: 'bad-input' })
  await expect(
    app.ask('tag.split', {
      id: claim!,
      by: null,
      parts: [{ ids: [b], to: { tagId: claim! } }],
      place: 'beside',
    }),
  ).rejects.toMatchObject({ code: 'bad-input' })
})

test('an example is kept once, with its words and where they stand', async () => {
  const id = await annotate(claim!, 26, 39)
  expect(await app.ask('tag.keepExample', { annotationId: id })).toEqual({ isNew: true })
  expect(await app.ask('tag.keepExample', { annotationId: id })).toEqual({ isNew: false })
  const { title } = await app.ask('document.details', { id: first })
  expect((await tag(claim!)).examples).toEqual([`“It never does” (${title}, paragraph 1)`])
  expect(await app.ask('history.state')).toMatchObject({ undo: 'keep an example of Claim' })
  await app.ask('history.undo')
  expect((await tag(claim!)).examples).toEqual([])
})
