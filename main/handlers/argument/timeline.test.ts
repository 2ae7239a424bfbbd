import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { AnnotationId, ClaimId, DocumentId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { MarkKind } from '../../../preload/contract/timeline.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
const documents: Record<string, DocumentId> = {}
let at: number

const text = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'

beforeEach(() => {
  app = testSession()
  at = 0
  for (const date of ['2021-05-03', '2021-05', '2021-09-01', '2022', 'spring', ''])
    documents[date] = addDocument(app.project, `${date} ${text}`, { metadata: { date, author: `A${date}` } })
})

async function say(date: string, name = ''): Promise<AnnotationId> {
  const tagId = (await app.ask('tag.list'))[0]!.id
  const spans = [{ start: at, end: at + 2 }]
  at += 2
  const { id } = await app.ask('annotation.create', { documentId: documents[date]!, tagId, spans })
  if (name !== '') await app.ask('annotation.update', { id, change: { speakerName: name } })
  return id
}
const link = async (uid: string, source: LinkEnd, target: LinkEnd) => {
  const type = (await app.ask('linkType.list')).find((one) => one.uid === uid)!
  return (await app.ask('link.create', { linkTypeId: type.id, source, target })).id
}
const state = async (annotationIds: AnnotationId[], words: string): Promise<ClaimId> =>
  (await app.ask('claim.state', { annotationIds, claim: { statement: words } })).claim.id

/** One claim’s life with dates and names in place of ids. */
async function life(claim: ClaimId) {
  const lives = await app.ask('timeline.lives')
  const row = lives.claim.indexOf(claim)
  const dateOf = (id: number) => Object.entries(documents).find(([, one]) => one === id)?.[0] ?? null
  return {
    mentions: lives.mentions[row],
    undated: lives.undated[row],
    first: dateOf(lives.first[row]!),
    by: lives.voices[lives.firstVoice[row]!]!.name,
    last: dateOf(lives.last[row]!),
    answers: lives.answers[row],
    answer: dateOf(lives.answer[row]!),
    answeredBy: lives.voices[lives.answerVoice[row]!]!.name,
  }
}
async function marks(claim: ClaimId) {
  const { kind, document } = await app.ask('timeline.marks', { claims: [claim] })
  const dateOf = (id: number) => Object.entries(documents).find(([, one]) => one === id)?.[0]
  return Array.from(
    kind,
    (one, i) => `${one === MarkKind.stated ? 'stated' : 'answered'} ${dateOf(document[i]!)}`,
  )
}

test('a claim is first stated, repeated, answered and last stated; what has no date that can be read stands apart', async () => {
  const claim = await state(
    [await say('2021-09-01', 'Ada'), await say('2021-05-03', 'Bob'), await say('spring'), await say('')],
    'It pays.',
  )
  await link('rebuts', { annotation: await say('2022') }, { claim })
  await link('supports', { annotation: await say('2021-05') }, { claim })
  expect(await life(claim)).toEqual({
    mentions: 4,
    undated: 2,
    first: '2021-05-03',
    by: 'Bob',
    last: '2021-09-01',
    answers: 1,
    answer: '2022',
    answeredBy: 'A2022',
  })
  expect(await marks(claim)).toEqual([
    'stated 2021-05-03',
    'stated 2021-09-01',
    'answered 2022',
    'stated spring',
    'stated ',
  ])
})

test('an answer that is a claim is made by all who state it; a counter-claim answers both', async () => {
  const [yes, no] = [
    await state([await say('2021-05-03', 'Ada')], 'It pays.'),
    await state([await say('2021-09-01', 'Bob'), await say('2021-05', 'Cem')], 'It never does.'),
  ]
  await link('counter-claim', { claim: yes }, { claim: no })
  expect(await life(yes)).toMatchObject({ answers: 2, answer: '2021-05', answeredBy: 'Cem' })
  expect(await life(no)).toMatchObject({ answers: 1, answer: '2021-05-03', answeredBy: 'Ada' })
  expect(await marks(yes)).toEqual(['answered 2021-05', 'stated 2021-05-03', 'answered 2021-09-01'])
})

test('of a month and a day in it the month comes first and ends last', async () => {
  const claim = await state([await say('2021-05-03'), await say('2021-05')], 'It pays.')
  expect(await life(claim)).toMatchObject({ first: '2021-05', last: '2021-05', answers: 0, answer: null })
})

test('an implicit claim answered by another one has a life without a date', async () => {
  const [one, other] = [
    (await app.ask('claim.create', { statement: 'It pays.' })).id,
    (await app.ask('claim.create', { statement: 'It never does.' })).id,
  ]
  await link('rebuts', { claim: other }, { claim: one })
  expect(await life(one)).toMatchObject({ mentions: 0, first: null, answers: 1, answer: null })
  expect(await marks(one)).toEqual([])
})

test('it follows every change, also of a date', async () => {
  const mention = await say('2022', 'Ada')
  const claim = await state([mention], 'It pays.')
  await app.ask('document.update', { id: documents['2022']!, change: { metadata: { date: '2020-01' } } })
  documents['2020-01'] = documents['2022']!
  delete documents['2022']
  expect(await life(claim)).toMatchObject({ first: '2020-01' })
  await app.ask('annotation.delete', { ids: [mention] })
  expect(await life(claim)).toMatchObject({ mentions: 0, first: null })
  await app.ask('history.undo')
  expect(await life(claim)).toMatchObject({ mentions: 1, by: 'Ada' })
  delete documents['2020-01']
})

test('of what is said in one document, and on one day, the first to read is the first', async () => {
  const there = addDocument(app.project, `other ${text}`, { metadata: { date: '2022' } })
  const tagId = (await app.ask('tag.list'))[0]!.id
  const sayAt = async (documentId: DocumentId, start: number, speakerName: string) => {
    const spans = [{ start, end: start + 1 }]
    const { id } = await app.ask('annotation.create', { documentId, tagId, spans })
    await app.ask('annotation.update', { id, change: { speakerName } })
    return id
  }
  const [elsewhere, late, early] = [
    await sayAt(there, 1, 'Cem'),
    await sayAt(documents['2022']!, 30, 'Bob'),
    await sayAt(documents['2022']!, 20, 'Ada'),
  ]
  const claim = await state([elsewhere, late, early], 'It pays.')
  const other = await state([await say('2021-09-01', 'Dee')], 'It never does.')
  await link('rebuts', { annotation: late }, { claim: other })
  await link('rebuts', { annotation: early }, { claim: other })
  expect(await life(claim)).toMatchObject({ first: '2022', by: 'Ada' })
  expect(await life(other)).toMatchObject({ answer: '2022', answeredBy: 'Ada' })
})
