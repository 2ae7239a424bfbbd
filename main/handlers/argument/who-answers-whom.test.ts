import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import { allDocuments, type DocumentFilter } from '../../../preload/contract/filter.ts'
import type { AnnotationId, ClaimId, DocumentId, LinkId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import type { AnswersAsked } from '../../../preload/contract/speaker.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let statement: DocumentId
let answer: DocumentId
let undated: DocumentId
let at: number

const text = 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'

beforeEach(() => {
  app = testSession()
  at = 0
  statement = addDocument(app.project, `1${text}`, { metadata: { date: '2021-05-03', author: 'Council' } })
  answer = addDocument(app.project, `2${text}`, { metadata: { date: '2021-06', outlet: 'The Gazette' } })
  undated = addDocument(app.project, `3${text}`)
})

async function say(documentId: DocumentId, name = ''): Promise<AnnotationId> {
  const tagId = (await app.ask('tag.list'))[0]!.id
  const spans = [{ start: at, end: at + 2 }]
  at += 2
  const { id } = await app.ask('annotation.create', { documentId, tagId, spans })
  if (name !== '') await app.ask('annotation.update', { id, change: { speakerName: name } })
  return id
}
const link = async (uid: string, source: LinkEnd, target: LinkEnd): Promise<LinkId> => {
  const type = (await app.ask('linkType.list')).find((one) => one.uid === uid)!
  return (await app.ask('link.create', { linkTypeId: type.id, source, target })).id
}
const state = async (annotationIds: AnnotationId[], words: string): Promise<ClaimId> =>
  (await app.ask('claim.state', { annotationIds, claim: { statement: words } })).claim.id

const asked = (
  documents: Partial<DocumentFilter> = {},
  unset: AnswersAsked['unset'] = 'document',
): AnswersAsked => ({
  documents: { ...allDocuments, ...documents },
  unset,
})

/** “Ada → Bob: 1 against, 0 for, 0 other” */
async function told(question = asked()): Promise<string[]> {
  const { voices, from, to, ...counts } = await app.ask('speaker.whoAnswersWhom', question)
  return Array.from(
    from,
    (_, i) =>
      `${voices[from[i]!]!.name} → ${voices[to[i]!]!.name}: ${counts.against[i]} against, ${counts.for[i]} for, ${counts.other[i]} other`,
  ).sort()
}
const total = async (from: string | null, to: string | null, question = asked()) =>
  (await app.ask('speaker.answersBetween', { ...question, from, to })).total

test('a link goes from its source’s speaker to its target’s, against, for or otherwise', async () => {
  const [a, b] = [await say(statement, 'Ada'), await say(answer, 'Bob')]
  await link('rebuts', { annotation: b }, { annotation: a })
  await link('supports', { annotation: b }, { annotation: a })
  await link('concedes', { annotation: a }, { annotation: b })
  expect(await told()).toEqual([
    'Ada → Bob: 0 against, 0 for, 1 other',
    'Bob → Ada: 1 against, 1 for, 0 other',
  ])
  const { links, undated } = await app.ask('speaker.whoAnswersWhom', asked())
  expect({ links, undated }).toEqual({ links: 3, undated: 0 })
})

test('of a symmetric link each answers the other, and either end may be the answer', async () => {
  const [a, b] = [await say(statement, 'Ada'), await say(answer, 'Bob')]
  const id = await link('counter-claim', { annotation: b }, { annotation: a })
  expect(await told()).toEqual([
    'Ada → Bob: 1 against, 0 for, 0 other',
    'Bob → Ada: 1 against, 0 for, 0 other',
  ])
  const key = async (name: string) =>
    `speaker ${(await app.ask('speaker.list')).find((one) => one.name === name)!.id}`
  const between = await app.ask('speaker.answersBetween', {
    ...asked(),
    from: await key('Ada'),
    to: await key('Bob'),
  })
  expect(between).toMatchObject({
    total: 1,
    answers: [
      {
        link: { id },
        stance: 'against',
        date: '2021-05-03',
        answer: { annotation: { id: a } },
        answered: { annotation: { id: b } },
      },
    ],
  })
})

test('whoever says both ends of a symmetric link answers themselves once, where they say the later one', async () => {
  const [early, late] = [await say(statement, 'Ada'), await say(answer, 'Ada')]
  const id = await link('counter-claim', { annotation: early }, { annotation: late })
  expect(await told()).toEqual(['Ada → Ada: 1 against, 0 for, 0 other'])
  expect(await told(asked({ until: '2021-05' }))).toEqual([])
  const between = await app.ask('speaker.answersBetween', {
    ...asked({ from: '2021-06' }),
    from: null,
    to: null,
  })
  expect(between).toMatchObject({
    total: 1,
    answers: [{ link: { id }, answer: { annotation: { id: late } } }],
  })
})

test('a claim is said by all who state it, a link by whom its source is of, an implicit claim by nobody known', async () => {
  const [a, b, c] = [await say(statement, 'Ada'), await say(answer, 'Bob'), await say(answer, 'Cem')]
  const claim = await state([a, b], 'It pays.')
  const implicit = (await app.ask('claim.create', { statement: 'Costs fall.' })).id
  await link('rebuts', { annotation: c }, { claim })
  const supports = await link('supports', { claim: implicit }, { annotation: a })
  await link('undercuts', { annotation: b }, { link: supports })
  expect(await told()).toEqual([
    'Bob → Undetermined: 1 against, 0 for, 0 other',
    'Cem → Ada: 1 against, 0 for, 0 other',
    'Cem → Bob: 1 against, 0 for, 0 other',
    'Undetermined → Ada: 0 against, 1 for, 0 other',
  ])
  expect((await app.ask('speaker.whoAnswersWhom', asked())).links).toBe(3)
})

test('where no speaker is set the author or outlet speaks, under the speaker of that name, or nobody if so asked', async () => {
  const [a, b, c] = [await say(statement), await say(answer), await say(undated)]
  const ada = await say(undated, 'Ada')
  await link('rebuts', { annotation: b }, { annotation: a })
  await link('rebuts', { annotation: c }, { annotation: ada })
  expect(await told()).toEqual([
    'The Gazette → Council: 1 against, 0 for, 0 other',
    'Undetermined → Ada: 1 against, 0 for, 0 other',
  ])
  expect(await told(asked({}, 'nobody'))).toEqual([
    'Undetermined → Ada: 1 against, 0 for, 0 other',
    'Undetermined → Undetermined: 1 against, 0 for, 0 other',
  ])
  await app.ask('speaker.create', { name: 'City council', variants: ['council'] })
  expect(await told()).toContain('The Gazette → City council: 1 against, 0 for, 0 other')
})

test('dates narrow the answers, not what is answered; undated ones are left out and counted', async () => {
  const [a, b, c] = [await say(statement, 'Ada'), await say(answer, 'Bob'), await say(undated, 'Cem')]
  await link('rebuts', { annotation: b }, { annotation: a })
  await link('rebuts', { annotation: a }, { annotation: b })
  await link('rebuts', { annotation: c }, { annotation: a })
  expect(await told(asked({ from: '2021-06-10' }))).toEqual(['Bob → Ada: 1 against, 0 for, 0 other'])
  const { links, undated: out } = await app.ask('speaker.whoAnswersWhom', asked({ from: '2021-06-10' }))
  expect({ links, out }).toEqual({ links: 1, out: 1 })
  expect(await total(null, null, asked({ until: '2021-05' }))).toBe(1)
})

test('what is counted is what is listed, and follows every change', async () => {
  const said = [
    await say(statement, 'Ada'),
    await say(answer, 'Bob'),
    await say(undated),
    await say(undated, 'Cem'),
    await say(statement),
  ]
  await state([said[0]!, said[2]!], 'It pays.')
  const claim = await state([said[3]!, said[1]!], 'It never does.')
  const ends: LinkEnd[] = [...said.map((annotation) => ({ annotation })), { claim }]
  const some = fc.tuple(
    fc.constantFrom('rebuts', 'supports', 'restates', 'counter-claim'),
    fc.nat(ends.length - 1),
    fc.nat(ends.length - 1),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 8 }), async (links) => {
      const made: LinkId[] = []
      for (const [type, a, b] of links)
        if (a !== b)
          await link(type, ends[a]!, ends[b]!).then(
            (id) => made.push(id),
            () => {},
          )
      const counted = await app.ask('speaker.whoAnswersWhom', asked())
      expect(counted.links).toBe(made.length)
      let sum = 0
      for (const [i, from] of counted.from.entries()) {
        const count = counted.against[i]! + counted.for[i]! + counted.other[i]!
        sum += count
        expect(await total(counted.voices[from]!.key, counted.voices[counted.to[i]!]!.key)).toBe(count)
      }
      expect(await total(null, null)).toBe(sum)
      if (made.length > 0) await app.ask('link.delete', { ids: made })
    }),
    { numRuns: 25 },
  )
})
