import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { Annotation } from '../../../preload/contract/annotation.ts'
import type { AnnotationId, DocumentId, LinkTypeId, TagId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

const text = 'The tram pays for itself 😀. It never has. Nobody asked.\nThe end.'

let app: TestSession
let documentId: DocumentId
let [claim, rebuttal]: TagId[] = []
let linkTypeId: LinkTypeId

beforeEach(async () => {
  app = testSession()
  documentId = addDocument(app.project, text)
  ;[claim, rebuttal] = (await app.ask('tag.list')).map(({ id }) => id)
  linkTypeId = (await app.ask('linkType.list'))[0]!.id
})

const spanOf = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const annotate = async (words: string, tagId = claim!): Promise<AnnotationId> =>
  (await app.ask('annotation.create', { documentId, tagId, spans: [spanOf(words)] })).id
const change = (id: AnnotationId, change: Partial<Pick<Annotation, 'note' | 'attributes' | 'confidence'>>) =>
  app.ask('annotation.update', { id, change })
const link = (source: LinkEnd, target: LinkEnd) => app.ask('link.create', { linkTypeId, source, target })

test('an annotation is split at the caret, and the first part keeps what is tied to it', async () => {
  const id = await annotate('The tram pays for itself 😀. It never has.')
  await change(id, { note: 'really?', confidence: 0.5, attributes: { certainty: 'low' } })
  const other = await annotate('Nobody asked')
  await link({ annotation: other }, { annotation: id })

  const parts = await app.ask('annotation.split', { id, at: [text.indexOf('It never')] })
  expect(parts.map(({ quote }) => quote)).toEqual([['The tram pays for itself 😀.'], ['It never has.']])
  expect(parts[0]).toMatchObject({ id, note: 'really?', confidence: 0.5 })
  expect(parts[1]).toMatchObject({ note: '', confidence: 0.5, attributes: { certainty: 'low' } })
  expect(await app.ask('link.of', { annotation: id })).toHaveLength(1)
  expect(await app.ask('history.state')).toMatchObject({ undo: 'split an annotation of Claim in 2' })

  await app.ask('history.undo')
  expect((await app.ask('annotation.get', { id })).quote).toEqual([
    'The tram pays for itself 😀. It never has.',
  ])
})

test('a place outside, at an end, or between the halves of a character splits nothing', async () => {
  const id = await annotate('pays for itself 😀')
  const { start, end } = spanOf('pays for itself 😀')
  for (const at of [0, start, end, text.length]) {
    await expect(app.ask('annotation.split', { id, at: [at] })).rejects.toMatchObject({ code: 'bad-input' })
  }
  await expect(app.ask('annotation.split', { id, at: [end - 1] })).rejects.toMatchObject({ code: 'bad-span' })
  expect(await app.ask('history.state')).toMatchObject({ undo: 'tag as Claim' })
})

test('joined annotations are one, with the passages, links, memos and notes of all', async () => {
  const [first, second, third] = [
    await annotate('The tram pays for itself 😀.'),
    await annotate('It never has.'),
    await annotate('The end'),
  ]
  await change(first, { note: 'one', attributes: { certainty: 'low' } })
  await change(second, { note: 'two', confidence: 0.9, attributes: { certainty: 'high', quoted: true } })
  const [outside, elsewhere] = [await annotate('Nobody asked'), await annotate('Nobody', rebuttal)]
  await link({ annotation: second }, { annotation: outside })
  await link({ annotation: third }, { annotation: outside })
  const between = await link({ annotation: first }, { annotation: second })
  await link({ annotation: elsewhere }, { link: between.id })
  await app.ask('memo.create', { about: { annotation: third }, text: 'think' })
  const before = await app.ask('annotation.get', { id: second })

  const joined = await app.ask('annotation.join', { into: first, ids: [second, third] })
  expect(joined.annotation).toMatchObject({
    id: first,
    quote: ['The tram pays for itself 😀. It never has.', 'The end'],
    note: 'one\n\ntwo',
    confidence: 0.9,
    attributes: { certainty: 'low', quoted: true },
  })
  expect(joined.differing).toEqual(['certainty'])
  // The one between them with the one onto it, and one of two that now say the same.
  expect(joined.linksGone).toBe(3)
  expect(await app.ask('link.of', { annotation: first })).toHaveLength(1)
  expect(await app.ask('memo.list', { about: { annotation: first } })).toHaveLength(1)
  expect(await app.ask('history.state')).toMatchObject({ undo: 'join 3 annotations' })

  await app.ask('history.undo')
  expect(await app.ask('annotation.get', { id: second })).toEqual(before)
  expect(await app.ask('link.of', { annotation: first })).toHaveLength(1)
  expect(await app.ask('link.of', { link: between.id })).toHaveLength(1)
})

test('what does not go together is not joined', async () => {
  const [first, other] = [await annotate('The tram'), await annotate('Nobody', rebuttal)]
  const elsewhere = addDocument(app.project, 'Another text.')
  const spans = [{ start: 0, end: 7 }]
  const far = await app.ask('annotation.create', { documentId: elsewhere, tagId: claim!, spans })
  for (const ids of [[other], [far.id], [first]]) {
    await expect(app.ask('annotation.join', { into: first, ids })).rejects.toMatchObject({
      code: 'bad-input',
    })
  }
  app.session.signAs('Grace')
  const ofGrace = await annotate('asked')
  await expect(app.ask('annotation.join', { into: first, ids: [ofGrace] })).rejects.toMatchObject({
    message: 'The work of different annotators cannot be joined.',
  })
})

test('a part that comes and a part that goes are called so', async () => {
  const id = await annotate('The tram')
  const undo = async () => (await app.ask('history.state')).undo
  await app.ask('annotation.update', { id, change: { spans: [spanOf('The tram'), spanOf('Nobody')] } })
  expect(await undo()).toBe('add a part to an annotation')
  await app.ask('annotation.update', { id, change: { spans: [spanOf('Nobody')] } })
  expect(await undo()).toBe('remove a part of an annotation')
  await app.ask('annotation.update', { id, change: { spans: [spanOf('Nobody asked')] } })
  expect(await undo()).toBe('adjust ends')
  await app.ask('annotation.update', { id, change: { spans: [spanOf('The end')] } })
  expect(await undo()).toBe('move an annotation')
})
