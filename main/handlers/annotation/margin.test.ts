import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { AnnotationId, DocumentId, LinkId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { longestNoteOfCard } from '../../../preload/contract/margin.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let statement: DocumentId
let claim: AnnotationId

beforeEach(async () => {
  app = testSession()
  statement = addDocument(app.project, 'The tram pays for itself. Nobody will lose a garden. So we say.', {
    title: 'Statement',
    metadata: { date: '2021' },
  })
  claim = await tag(statement, 0, 25)
})

async function tag(documentId: DocumentId, start: number, end: number): Promise<AnnotationId> {
  const tagId = (await app.ask('tag.list'))[0]!.id
  return (await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end }] })).id
}

/** A passage of another document that answers, from a document of that date. */
async function answer(date: string, words = 'It never has.'): Promise<AnnotationId> {
  return tag(
    addDocument(app.project, words, { title: words, metadata: date ? { date } : {} }),
    0,
    words.length,
  )
}

async function link(uid: string, source: LinkEnd, target: LinkEnd, strength?: number): Promise<LinkId> {
  const type = (await app.ask('linkType.list')).find((one) => one.uid === uid)!
  const { id } = await app.ask('link.create', { linkTypeId: type.id, source, target })
  if (strength !== undefined) await app.ask('link.update', { id, change: { strength } })
  return id
}

const all = { start: 0, end: 1000 }
const cards = (within = all) => app.ask('margin.cards', { documentId: statement, within })
const counter = (annotation = claim) => app.ask('margin.counter', { annotation })

test('annotations with a note or a link have a card, in reading order; others have none', async () => {
  const garden = await tag(statement, 26, 52)
  await tag(statement, 53, 63)
  await app.ask('annotation.update', { id: garden, change: { note: 'Who counted?' } })
  const rebuttal = await answer('2022')
  const id = await link('rebuts', { annotation: rebuttal }, { annotation: claim })
  expect(await cards()).toMatchObject([
    {
      annotation: claim,
      note: '',
      linkCount: 1,
      links: [{ link: { id }, outgoing: false, other: { annotation: { documentTitle: 'It never has.' } } }],
    },
    { annotation: garden, note: 'Who counted?', links: [], linkCount: 0 },
  ])
  expect(await cards({ start: 26, end: 27 })).toMatchObject([{ annotation: garden }])
  expect(await cards({ start: 27, end: 1000 })).toEqual([])
})

test('a discontinuous annotation has one card, where it begins', async () => {
  const spans = [
    { start: 0, end: 4 },
    { start: 26, end: 30 },
  ]
  await app.ask('annotation.update', { id: claim, change: { note: 'in two parts', spans } })
  expect(await cards({ start: 10, end: 60 })).toEqual([])
  expect(await cards({ start: 0, end: 10 })).toHaveLength(1)
})

test('a card carries the beginning of a long note and says how many links there are', async () => {
  await app.ask('annotation.update', { id: claim, change: { note: 'x'.repeat(longestNoteOfCard + 5) } })
  for (let i = 0; i < 14; i++)
    await link('supports', { annotation: await answer('2020', `${i} Yes.`) }, { annotation: claim })
  const [card] = await cards()
  expect(card!.note).toHaveLength(longestNoteOfCard)
  expect(card!.links).toHaveLength(12)
  expect(card!.linkCount).toBe(14)
})

test('what stands against an annotation comes first on its card', async () => {
  const supports = await link('supports', { annotation: await answer('2024') }, { annotation: claim }, 1)
  const rebuts = await link('rebuts', { annotation: await answer('2020', 'No.') }, { annotation: claim })
  const [card] = await cards()
  expect(card!.links.map((one) => one.link.id)).toEqual([rebuts, supports])
})

test('the strongest counter is the one of most strength, whatever its type and date', async () => {
  await link('rebuts', { annotation: await answer('2024', 'Late.') }, { annotation: claim })
  await link('rebuts', { annotation: await answer('2023', 'Weak.') }, { annotation: claim }, 0.2)
  const strong = await link(
    'undermines',
    { annotation: await answer('2019', 'Strong.') },
    { annotation: claim },
    0.9,
  )
  expect(await counter()).toMatchObject({ link: { link: { id: strong } }, against: 'annotation', count: 3 })
})

test('of equal strength the more direct attack counts, then the latest document, undated last', async () => {
  const undated = await link(
    'counter-claim',
    { annotation: claim },
    { annotation: await answer('', 'Undated.') },
  )
  expect(await counter()).toMatchObject({ link: { link: { id: undated }, outgoing: true } })
  const early = await link(
    'counter-claim',
    { annotation: await answer('2019', 'Early.') },
    { annotation: claim },
  )
  expect(await counter()).toMatchObject({ link: { link: { id: early } } })
  const late = await link(
    'counter-claim',
    { annotation: await answer('2022-05', 'Late.') },
    { annotation: claim },
  )
  expect(await counter()).toMatchObject({ link: { link: { id: late } } })
  const direct = await link('rebuts', { annotation: await answer('1999', 'Direct.') }, { annotation: claim })
  expect(await counter()).toMatchObject({ link: { link: { id: direct } }, count: 4 })
})

test('what attacks the claim it states, or a link that supports it, counts as well', async () => {
  const { id } = await app.ask('claim.create', { statement: 'The tram pays.' })
  await app.ask('annotation.update', { id: claim, change: { claimId: id } })
  const support = await link(
    'supports',
    { annotation: await answer('2020', 'A survey.') },
    { annotation: claim },
  )
  expect(await counter()).toBeNull()
  const undercut = await link(
    'undercuts',
    { annotation: await answer('2021', 'A bad survey.') },
    { link: support },
  )
  expect(await counter()).toMatchObject({ link: { link: { id: undercut } }, against: 'support' })
  const rebuttal = await link('rebuts', { annotation: await answer('2021', 'It costs.') }, { claim: id })
  expect(await counter()).toMatchObject({ link: { link: { id: rebuttal } }, against: 'claim', count: 2 })
})

test('what it attacks itself, and what supports it, is no counter', async () => {
  const other = await answer('2021')
  await link('rebuts', { annotation: claim }, { annotation: other })
  await link('supports', { annotation: other }, { annotation: claim })
  expect(await counter()).toBeNull()
})
