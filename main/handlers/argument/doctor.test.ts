import { beforeEach, expect, test, vi } from 'vitest'
import { addDocument, documentOf } from '../../../db/testing/documents.ts'
import type { Check } from '../../../preload/contract/doctor.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { AnnotationId, ClaimId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let documentId: DocumentId
let [claim, rebuttal, premise]: TagId[] = []

beforeEach(async () => {
  app = testSession()
  documentId = addDocument(
    app.project,
    'The tram pays. It never pays. The tram pays. Trams are slow, and loud.',
  )
  ;[claim, rebuttal, premise] = (await app.ask('tag.list')).map(({ id }) => id)
})

async function passage(start: number, end: number, tagId = claim!): Promise<AnnotationId> {
  return (await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end }] })).id
}
async function stated(statement: string, ...annotationIds: AnnotationId[]): Promise<ClaimId> {
  if (annotationIds.length === 0) return (await app.ask('claim.create', { statement })).id
  return (await app.ask('claim.state', { annotationIds, claim: { statement } })).claim.id
}
async function link(name: string, source: LinkEnd, target: LinkEnd) {
  const type = (await app.ask('linkType.list')).find((one) => one.name === name)!
  return app.ask('link.create', { linkTypeId: type.id, source, target })
}
const open = (check: Check) => app.ask('doctor.findings', { check, show: 'open' })
const intended = (check: Check) => app.ask('doctor.findings', { check, show: 'intended' })
const described = async (check: Check) =>
  app.ask('doctor.describe', { check, subjects: [...(await open(check)), ...(await intended(check))] })

test('a link against what it comes from, at the passage or through the claim', async () => {
  const [one, other] = [await passage(0, 14), await passage(30, 44)]
  const pays = await stated('The tram pays', one, other)
  const within = await link('rebuts', { annotation: one }, { annotation: other })
  const itself = await link('undermines', { annotation: one }, { claim: pays })
  await link('supports', { annotation: other }, { claim: pays })
  expect(await open('self-attack')).toEqual([`l${within.id}`, `l${itself.id}`])
  expect(await described('self-attack')).toMatchObject([
    { joint: 'rebuts', why: 'Both ends state the same claim', places: [{ tag: 'Claim' }, {}] },
    { joint: 'undermines', why: 'The passage states the claim that it stands against' },
  ])
  await stated('It pays for itself', one)
  expect(await open('self-attack')).toEqual([])
})

test('a claim that supports its own counter-claim, through its mentions too', async () => {
  const [one, other] = [await passage(0, 14), await passage(15, 29)]
  const [pays, never] = [await stated('It pays', one), await stated('It never pays', other)]
  await link('supports', { annotation: one }, { annotation: other })
  expect(await open('supports-opponent')).toEqual([])
  await link('counter-claim of', { claim: never }, { claim: pays })
  expect(await open('supports-opponent')).toEqual([`c${pays} c${never}`])
  expect(await described('supports-opponent')).toMatchObject([
    {
      joint: 'supports',
      why: 'It stands against what it supports: “counter-claim of” joins the same two',
      places: [{ words: 'It pays', go: { claim: pays } }, { words: 'It never pays' }],
    },
  ])
})

test('both directions of a directed type, never of a symmetric one', async () => {
  const [one, other] = [await passage(0, 14), await passage(15, 29)]
  const pays = await stated('It pays', one)
  await link('counter-claim of', { annotation: one }, { annotation: other })
  await link('counter-claim of', { annotation: other }, { claim: pays })
  await link('rebuts', { annotation: one }, { annotation: other })
  expect(await open('both-ways')).toEqual([])
  await link('rebuts', { annotation: other }, { claim: pays })
  const [finding] = await described('both-ways')
  expect(finding).toMatchObject({ why: '“rebuts” goes both ways between the two, by 2 links' })
})

test('the same words with other tags in other places, not in the same', async () => {
  await passage(0, 14)
  await passage(0, 14, premise)
  await passage(29, 44)
  await passage(15, 29)
  expect(await described('same-words')).toMatchObject([
    { why: 'The same words: Claim 2 times, Premise once', places: [{}, {}] },
  ])
  await passage(30, 44, premise)
  expect(await open('same-words')).toEqual([])
})

test('a rebuttal with no target', async () => {
  const id = await passage(15, 29, rebuttal)
  expect(await open('no-target')).toEqual([`a${id}`])
})

test('claims of the same words, whatever their case and signs', async () => {
  const [one, other] = [await stated('The tram pays.'), await stated('the TRAM pays')]
  await stated('The tram never pays')
  expect(await open('same-claim')).toEqual([`c${one} c${other}`])
  expect(await described('same-claim')).toMatchObject([
    { places: [{ words: 'The tram pays.', go: { claim: one } }, { go: { claim: other } }] },
  ])
  await app.ask('claim.update', { id: other, change: { statement: 'It pays at night' } })
  expect(await open('same-claim')).toEqual([])
})

test('an answer dated before what it answers was first stated, never of an undated one', async () => {
  const [pays, never] = [await passage(0, 14), await passage(15, 29, rebuttal)]
  documentId = addDocument(app.project, 'The tram pays, they say.', { metadata: { date: '2021-05' } })
  const late = await passage(0, 14)
  const early = await link('rebuts', { annotation: never }, { annotation: late })
  expect(await open('too-early')).toEqual([])
  const [first] = await app.ask('document.list')
  const dated = (date: string) =>
    app.ask('document.update', { id: first!.id, change: { metadata: { date } } })
  await dated('2021-05-01')
  expect(await open('too-early')).toEqual([])
  await dated('2021-04-30')
  expect(await open('too-early')).toEqual([`l${early.id}`])
  expect(await described('too-early')).toMatchObject([{ joint: 'rebuts', places: [{}, {}] }])
  // It was said before, in the text of the answer.
  await stated('The tram pays', pays, late)
  expect(await open('too-early')).toEqual([])
})

test('an early answer is shown with the first mention of what it answers, who says them and when', async () => {
  documentId = addDocument(app.project, 'It never pays.', {
    metadata: { date: '2019-02-01', outlet: 'News' },
  })
  const never = await passage(0, 14, rebuttal)
  documentId = addDocument(app.project, 'The tram pays, they say.', { metadata: { date: '2024-05-01' } })
  const late = await passage(0, 14)
  documentId = addDocument(app.project, 'The tram pays, we said.', { metadata: { date: '2021-03-01' } })
  const first = await passage(0, 14)
  await app.ask('annotation.update', { id: first, change: { speakerName: 'Ann' } })
  await stated('The tram pays', late, first)
  await link('rebuts', { annotation: never }, { annotation: late })
  await link('counter-claim of', { annotation: never }, { annotation: late })
  expect(await described('too-early')).toMatchObject([
    {
      why: 'The answer is dated before what it answers was first stated, as here',
      places: [
        { who: 'News (outlet)', date: '2019-02-01', go: { annotation: never } },
        { who: 'Ann', date: '2021-03-01', go: { annotation: first } },
      ],
    },
  ])
})

test('links at words that a correction has changed since, and no others', async () => {
  const [one, other] = [await passage(0, 14), await passage(45, 59)]
  const before = await link('rebuts', { annotation: other }, { annotation: one })
  expect(await open('corrected')).toEqual([])

  const text = 'The tram pays. It never pays. The tram pays. Trams are fast, and loud.'
  const { project } = app
  const { revisions, annotations } = project.repositories
  project.history.record('correct a text', () => {
    const { text: structured, source } = documentOf(text)
    const revisionId = revisions.insert(documentId, structured, {
      source,
      original: null,
      created: project.now(),
    })
    project.database.prepare(`UPDATE document SET revision_id = ? WHERE id = ?`).run(revisionId, documentId)
    annotations.replaceSpans(other, [{ start: 45, end: 59 }])
  })
  expect(await open('corrected')).toEqual([`l${before.id}`])
  await link('supports', { annotation: other }, { annotation: one })
  expect(await open('corrected')).toEqual([`l${before.id}`])
})

test('what is intended is remembered, taken back, undone, and open again when what it is about changes', async () => {
  const id = await passage(15, 29, rebuttal)
  const subject = `a${id}`
  await app.ask('doctor.dismiss', { check: 'no-target', subjects: [subject] })
  expect([await open('no-target'), await intended('no-target')]).toEqual([[], [subject]])
  expect(await described('no-target')).toMatchObject([{ intended: { who: 'Ada', changed: false } }])
  expect((await app.ask('doctor.counts'))[4]).toEqual({ open: 0, intended: 1 })

  await app.ask('annotation.update', { id, change: { spans: [{ start: 15, end: 28 }] } })
  expect(await open('no-target')).toEqual([subject])
  expect(await described('no-target')).toMatchObject([{ intended: { changed: true } }])
  await app.ask('history.undo')
  expect(await open('no-target')).toEqual([])
  await app.ask('history.undo')
  expect(await open('no-target')).toEqual([subject])
  await app.ask('history.redo')
  await app.ask('doctor.takeBack', { check: 'no-target', subjects: [subject] })
  expect([await open('no-target'), await intended('no-target')]).toEqual([[subject], []])
})

test('what is judged stays so when a link of another type joins the two', async () => {
  const [one, other] = [await passage(0, 14), await passage(15, 29)]
  await link('supports', { annotation: one }, { annotation: other })
  await link('supports', { annotation: other }, { annotation: one })
  const subjects = await open('both-ways')
  await app.ask('doctor.dismiss', { check: 'both-ways', subjects })
  await link('concedes', { annotation: one }, { annotation: other })
  expect([await open('both-ways'), await intended('both-ways')]).toEqual([[], subjects])
})

test('a check that fails once is made anew when it is asked for again', async () => {
  const id = await passage(15, 29, rebuttal)
  vi.spyOn(app.project.repositories.tags, 'roles').mockImplementationOnce(() => {
    throw new Failure('internal', 'disk I/O error')
  })
  await expect(open('no-target')).rejects.toThrow()
  expect(await open('no-target')).toEqual([`a${id}`])
})
