import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { ClaimSummary } from '../../../preload/contract/claim.ts'
import { noFilter } from '../../../preload/contract/filter.ts'
import type { AnnotationId, ClaimId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import type { WorkListName, WorkListOrder } from '../../../preload/contract/work-list.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let documents: DocumentId[]
let [claim, rebuttal]: TagId[] = []

beforeEach(async () => {
  app = testSession()
  documents = [
    { title: 'Later', metadata: { date: '2021-06-01', author: 'Ministry' } },
    { title: 'Earlier', metadata: { date: '2021-05', outlet: 'The Mail' } },
    { title: 'Undated' },
  ].map((given, at) => addDocument(app.project, `${at} ${'x'.repeat(80)}`, given))
  ;[claim, rebuttal] = (await app.ask('tag.list')).map(({ id }) => id)
})

let next = 0
async function passage(at: number, tagId = claim!): Promise<AnnotationId> {
  next = (next + 3) % 60
  const spans = [{ start: next, end: next + 2 }]
  return (await app.ask('annotation.create', { documentId: documents[at]!, tagId, spans })).id
}
async function stated(statement: string, ...passages: AnnotationId[]): Promise<ClaimId> {
  if (passages.length === 0) return (await app.ask('claim.create', { statement })).id
  return (await app.ask('claim.state', { annotationIds: passages, claim: { statement } })).claim.id
}
async function link(name: string, source: LinkEnd, target: LinkEnd): Promise<void> {
  const type = (await app.ask('linkType.list')).find((one) => one.name === name)!
  await app.ask('link.create', { linkTypeId: type.id, source, target })
}
const entries = async (list: WorkListName, order: WorkListOrder = 'project', after = '') => [
  ...(await app.ask('workList.entries', { list, order, after })),
]
const reasons = async (list: WorkListName, after = '') =>
  (await app.ask('workList.rows', { list, ids: await entries(list, 'project', after) })).map(({ why }) => why)

test('each row says why it is there', async () => {
  const [late, early, undated] = [await passage(0), await passage(1), await passage(2)]
  await stated('Trams pay', late, early, undated)
  await stated('Nobody says it')
  const other = await stated('Buses pay', await passage(0))
  expect(await reasons('unanswered')).toEqual([
    { why: 'unanswered', mentions: 3 },
    { why: 'unanswered', mentions: 0 },
    { why: 'unanswered', mentions: 1 },
  ])
  expect(await reasons('made-after', '2021-04')).toEqual([
    { why: 'made-after', first: '2021-05', undated: 1 },
    { why: 'made-after', first: '2021-06-01', undated: 0 },
  ])
  expect(await entries('made-after', 'project', '2021-05')).toEqual([other])
  expect(await reasons('nothing-linked')).toEqual([
    { why: 'nothing-linked', annotations: 2 },
    { why: 'nothing-linked', annotations: 1 },
    { why: 'nothing-linked', annotations: 1 },
  ])

  const answer = await passage(0, rebuttal)
  expect(await reasons('no-target')).toEqual([{ why: 'no-target', links: 0 }])
  await link('concedes', { annotation: answer }, { annotation: early })
  expect(await reasons('no-target')).toEqual([{ why: 'no-target', links: 1 }])
  await link('rebuts', { annotation: answer }, { annotation: early })
  await link('rebuts', { annotation: answer }, { annotation: late })
  expect(await reasons('no-target')).toEqual([])
  expect(await reasons('one-voice')).toEqual([{ why: 'one-voice', name: 'Ministry', links: 2 }])
  expect(await entries('nothing-linked')).toEqual([documents[2]])

  await app.ask('history.undo')
  expect(await reasons('one-voice')).toEqual([{ why: 'one-voice', name: 'Ministry', links: 1 }])
  await passage(2)
  expect(await reasons('no-claim')).toEqual([{ why: 'no-claim', links: 0 }])
})

test('a voice is one person by whatever name; one that nobody knows is none', async () => {
  await app.ask('speaker.create', { name: 'The ministry', variants: ['ministry'] })
  const target = await passage(1)
  await stated('Trams pay', target)
  const byAuthor = await passage(0, rebuttal)
  await link('rebuts', { annotation: byAuthor }, { annotation: target })
  const named = await passage(2, rebuttal)
  await app.ask('annotation.update', { id: named, change: { speakerName: 'The ministry' } })
  await link('rebuts', { annotation: named }, { annotation: target })
  expect(await reasons('one-voice')).toEqual([{ why: 'one-voice', name: 'The ministry', links: 2 }])
  await app.ask('annotation.update', { id: named, change: { speakerName: '' } })
  expect(await reasons('one-voice')).toEqual([])
})

test('an outlet that the register does not know prints many, and is nobody in particular', async () => {
  const target = await passage(0)
  await stated('Trams pay', target)
  const answer = await passage(1, rebuttal)
  await link('rebuts', { annotation: answer }, { annotation: target })
  expect(await entries('one-voice')).toEqual([])
  const [one] = await app.ask('claim.list')
  const gone = await app.ask('workList.rows', { list: 'one-voice', ids: [one!.id] })
  expect(gone).toMatchObject([{ why: { why: 'one-voice', name: '' } }])
  await app.ask('speaker.create', { name: 'The Mail', kind: 'organisation' })
  expect(await reasons('one-voice')).toEqual([{ why: 'one-voice', name: 'The Mail', links: 1 }])
})

test('claims come as they were made, by the date of their first mention, or by how often they are stated', async () => {
  const late = await stated('Late', await passage(0), await passage(0))
  const undated = await stated('Undated', await passage(2))
  const early = await stated('Early', await passage(1), await passage(0), await passage(2))
  expect(await entries('unanswered')).toEqual([late, undated, early])
  expect(await entries('unanswered', 'date')).toEqual([early, late, undated])
  expect(await entries('unanswered', 'mentions')).toEqual([early, late, undated])
  const [row] = await app.ask('workList.rows', { list: 'unanswered', ids: [early] })
  expect(row).toMatchObject({ at: { documentId: documents[1], date: '2021-05', voice: 'The Mail' } })
})

test('what is no date is none', async () => {
  const there = addDocument(app.project, `3 ${'x'.repeat(80)}`, { metadata: { date: 'spring 2019' } })
  documents.push(there)
  const roughly = await stated('Roughly', await passage(3))
  const dated = await stated('Dated', await passage(0))
  expect(await entries('made-after', 'project', '2019')).toEqual([dated])
  expect(await entries('unanswered', 'date')).toEqual([dated, roughly])
  const rows = await app.ask('workList.rows', { list: 'unanswered', ids: [roughly, dated] })
  expect(rows).toMatchObject([{ at: { date: '' } }, { at: { date: '2021-06-01' } }])
  const listed: ClaimSummary[] = JSON.parse(await app.ask('claim.packed'))
  expect(listed.map(({ firstStated }) => firstStated)).toEqual(['', '2021-06-01'])
  expect(await app.ask('claim.summaries', { ids: [roughly, dated] })).toEqual(listed)
})

test('all lists are counted under a filter', async () => {
  await stated('Late', await passage(0))
  await passage(1)
  await passage(1, rebuttal)
  expect(await app.ask('workList.counts', { after: '2020' })).toEqual([1, 0, 1, 1, 1, 3])
  const filter = { ...noFilter, documents: { ...noFilter.documents, until: '2021-05' } }
  expect(await app.ask('workList.counts', { filter, after: '2020' })).toEqual([0, 0, 0, 1, 1, 1])
})

test('a list is kept under a name, which saving again and undo follow', async () => {
  const asked = { list: 'no-target', filter: noFilter, order: 'date', after: '' } as const
  const { id } = await app.ask('savedList.create', { name: 'To do', asked })
  await app.ask('savedList.create', { name: 'to DO', asked: { ...asked, list: 'no-claim' } })
  expect(await app.ask('savedList.list')).toMatchObject([{ id, name: 'to DO', asked: { list: 'no-claim' } }])
  await app.ask('history.undo')
  expect(await app.ask('savedList.list')).toEqual([{ id, name: 'To do', asked }])
  await app.ask('savedList.delete', { id })
  expect(await app.ask('savedList.list')).toEqual([])
})
