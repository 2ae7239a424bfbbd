import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { AnnotationId, DocumentId, LinkTypeId, TagId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let statement: DocumentId
let reply: DocumentId
let claim: AnnotationId
let rebuttal: AnnotationId
let type: (uid: string) => LinkTypeId

beforeEach(async () => {
  app = testSession()
  statement = addDocument(app.project, 'The tram pays for itself.', {
    title: 'Statement',
    metadata: { date: '2021' },
  })
  reply = addDocument(
    app.project,
    'It never has, not in any single year since the very first one was laid down.',
    { title: 'Reply' },
  )
  const [claimTag, rebuttalTag] = (await app.ask('tag.list')).map(({ id }) => id) as [TagId, TagId]
  claim = (
    await app.ask('annotation.create', {
      documentId: statement,
      tagId: claimTag,
      spans: [{ start: 4, end: 24 }],
    })
  ).id
  rebuttal = (
    await app.ask('annotation.create', {
      documentId: reply,
      tagId: rebuttalTag,
      spans: [
        { start: 0, end: 12 },
        { start: 14, end: 75 },
      ],
    })
  ).id
  const types = await app.ask('linkType.list')
  type = (uid) => types.find((type) => type.uid === uid)!.id
})

const link = (uid: string, source: LinkEnd, target: LinkEnd) =>
  app.ask('link.create', { linkTypeId: type(uid), source, target })

test('a link is seen from both ends, each time with the other one', async () => {
  const made = await link('rebuts', { annotation: rebuttal }, { annotation: claim })
  expect(await app.ask('history.state')).toMatchObject({ undo: 'link Rebuts' })
  expect(await app.ask('link.of', { annotation: claim })).toEqual([
    {
      link: made,
      outgoing: false,
      other: {
        kind: 'annotation',
        annotation: expect.objectContaining({
          id: rebuttal,
          documentTitle: 'Reply',
          documentDate: '',
          quote: ['It never has', expect.any(String)],
        }),
      },
    },
  ])
  expect(await app.ask('link.of', { annotation: rebuttal })).toMatchObject([
    {
      link: made,
      outgoing: true,
      other: { kind: 'annotation', annotation: { id: claim, documentDate: '2021' } },
    },
  ])
  expect((await app.ask('document.list')).map(({ unanswered }) => unanswered)).toEqual([0, 0])
  expect(app.latestChange()).toMatchObject({
    annotations: { upserted: [], removed: [] },
    links: { upserted: [made.id], removed: [] },
    documents: expect.arrayContaining([statement, reply]),
  })
})

test('a link onto a link says in one line what it attacks, and goes with it', async () => {
  const inner = await link('rebuts', { annotation: rebuttal }, { annotation: claim })
  const outer = await link('undercuts', { annotation: claim }, { link: inner.id })
  expect(
    await app.ask('link.describe', {
      ends: [{ link: inner.id }, { link: outer.id }, { claim: 99 as never }],
    }),
  ).toEqual([
    {
      kind: 'link',
      link: inner.id,
      words: 'rebuts: “It never has … not in any single year since the very first…” → “tram pays for itself”',
    },
    expect.objectContaining({
      words: expect.stringMatching(/^undercuts: “tram pays for itself” → \(rebuts: .*\)$/),
    }),
    null,
  ])
  expect(await app.ask('link.of', { link: inner.id })).toMatchObject([
    { link: { id: outer.id }, outgoing: false },
  ])
  const undercut = {
    link: expect.objectContaining({ id: outer.id }),
    outgoing: false,
    other: expect.objectContaining({ kind: 'annotation' }),
  }
  expect(await app.ask('link.of', { annotation: rebuttal })).toEqual([
    expect.objectContaining({ outgoing: true, onto: [undercut] }),
  ])

  await app.ask('link.delete', { ids: [inner.id] })
  expect(app.latestChange().links).toEqual({
    upserted: [],
    removed: expect.arrayContaining([inner.id, outer.id]),
  })
  await app.ask('history.undo')
  expect(await app.ask('link.get', { id: outer.id })).toEqual(outer)
})

test('links are sorted by type, then by the date of the other document, undated last', async () => {
  const dated = addDocument(app.project, 'Later words.', { metadata: { date: '2019-04-01' } })
  const { tagId } = await app.ask('annotation.get', { id: rebuttal })
  const late = await app.ask('annotation.create', { documentId: dated, tagId, spans: [{ start: 0, end: 5 }] })
  await link('supports', { annotation: late.id }, { annotation: claim })
  await link('rebuts', { annotation: rebuttal }, { annotation: claim })
  await link('rebuts', { annotation: late.id }, { annotation: claim })
  const others = (await app.ask('link.of', { annotation: claim })).map(({ link, other }) => [
    link.linkTypeId,
    other.kind === 'annotation' && other.annotation.documentId,
  ])
  expect(others).toEqual([
    [type('rebuts'), dated],
    [type('rebuts'), reply],
    [type('supports'), dated],
  ])
})

test('the same link twice, and one of an end with itself, are refused', async () => {
  await link('rebuts', { annotation: rebuttal }, { annotation: claim })
  await expect(link('rebuts', { annotation: rebuttal }, { annotation: claim })).rejects.toMatchObject({
    code: 'exists',
  })
  await link('rebuts', { annotation: claim }, { annotation: rebuttal })
  await link('counter-claim', { annotation: rebuttal }, { annotation: claim })
  await expect(link('counter-claim', { annotation: claim }, { annotation: rebuttal })).rejects.toMatchObject({
    code: 'exists',
    message: 'These two are linked by “counter-claim of” already.',
  })
  await expect(link('rebuts', { annotation: claim }, { annotation: claim })).rejects.toMatchObject({
    code: 'same-ends',
  })
  await expect(link('rebuts', { annotation: claim }, { claim: 7 as never })).rejects.toMatchObject({
    code: 'not-found',
  })
})

test('a link can be turned round, retyped and noted; what would double another is refused', async () => {
  const made = await link('rebuts', { annotation: rebuttal }, { annotation: claim })
  const turned = await app.ask('link.update', { id: made.id, change: { reverse: true } })
  expect([turned.source, turned.target]).toEqual([made.target, made.source])
  expect(await app.ask('history.state')).toMatchObject({ undo: 'reverse link' })
  await app.ask('link.update', { id: made.id, change: { linkTypeId: type('supports'), strength: 0.5 } })
  expect(await app.ask('history.state')).toMatchObject({ undo: 'change link to Supports' })
  await app.ask('link.update', { id: made.id, change: { note: 'weak' } })

  const second = await link('rebuts', { annotation: claim }, { annotation: rebuttal })
  await expect(
    app.ask('link.update', { id: second.id, change: { linkTypeId: type('supports') } }),
  ).rejects.toMatchObject({ code: 'exists' })
  expect(await app.ask('link.get', { id: made.id })).toMatchObject({ note: 'weak', strength: 0.5 })
})

test('a claim card can be an end, and takes its links along', async () => {
  const { id } = await app.ask('claim.create', { statement: 'The tram line pays for itself.' })
  await app.ask('annotation.update', { id: claim, change: { claimId: id } })
  expect(app.latestChange().claims).toEqual({ upserted: [id], removed: [] })
  const made = await link('rebuts', { annotation: rebuttal }, { claim: id })
  expect(app.latestChange().documents).toEqual(expect.arrayContaining([statement, reply]))
  expect(await app.ask('link.of', { claim: id })).toHaveLength(1)
  expect(await app.ask('link.describe', { ends: [{ link: made.id }] })).toMatchObject([
    { words: expect.stringMatching(/→ “The tram line pays for itself.”$/) },
  ])
  expect(await app.ask('claim.mentions', { id })).toMatchObject([{ id: claim, documentTitle: 'Statement' }])

  await app.ask('claim.delete', { ids: [id] })
  expect(app.latestChange()).toMatchObject({ claims: { removed: [id] }, links: { removed: [made.id] } })
  expect((await app.ask('annotation.get', { id: claim })).claimId).toBeNull()
})
