import { beforeEach, describe, expect, test } from 'vitest'
import { checkProject } from '../../../db/gate/check.ts'
import { addDocument } from '../../../db/testing/documents.ts'
import { dump } from '../../../db/testing/dump.ts'
import type { AnnotationId, ClaimId, DocumentId, LinkId } from '../../../preload/contract/ids.ts'
import type { ProjectChannel } from '../../../preload/contract/index.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let statement: DocumentId
let answer: DocumentId

beforeEach(async () => {
  app = testSession()
  statement = addDocument(app.project, 'The tram pays for itself. Nobody will lose a garden.', {
    title: 'Statement',
    metadata: { date: '2021-05-03' },
  })
  answer = addDocument(app.project, 'It never does. Four gardens stand there. The tram pays.', {
    title: 'Answer',
  })
})

const tag = async (documentId: DocumentId, start: number, end: number): Promise<AnnotationId> => {
  const tagId = (await app.ask('tag.list'))[0]!.id
  return (await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end }] })).id
}
const link = async (uid: string, source: LinkEnd, target: LinkEnd): Promise<LinkId> => {
  const type = (await app.ask('linkType.list')).find((one) => one.uid === uid)!
  return (await app.ask('link.create', { linkTypeId: type.id, source, target })).id
}
const state = async (annotationIds: AnnotationId[], words: string): Promise<ClaimId> =>
  (await app.ask('claim.state', { annotationIds, claim: { statement: words } })).claim.id
const implicit = async (words: string): Promise<ClaimId> =>
  (await app.ask('claim.create', { statement: words })).id
const card = (id: ClaimId) => app.ask('claim.card', { id })
const summaries = async () => JSON.parse(await app.ask('claim.packed'))

/** Takes the latest step back and does it again; nothing may be lost on the way. */
async function goesBack(before: unknown): Promise<void> {
  expect(checkProject(app.project.database)).toEqual([])
  const after = dump(app.project.database)
  await app.ask('history.undo')
  expect(dump(app.project.database)).toEqual(before)
  await app.ask('history.redo')
  expect(dump(app.project.database)).toEqual(after)
}

describe('stating a claim', () => {
  test('several passages state a new one or one that is there, in one step', async () => {
    const [a, b] = [await tag(statement, 0, 25), await tag(answer, 41, 55)]
    const before = dump(app.project.database)
    const made = await app.ask('claim.state', { annotationIds: [a, b], claim: { statement: ' It pays. ' } })
    expect(made).toMatchObject({ claim: { statement: 'It pays.', mentions: 2 }, changed: 2, taken: 0 })
    expect(await app.ask('history.state')).toMatchObject({ undo: 'state a new claim of 2 passages' })
    await goesBack(before)

    const other = await implicit('The tram is cheap.')
    expect(await app.ask('claim.state', { annotationIds: [a, a], claim: { id: other } })).toMatchObject({
      claim: { id: other, mentions: 1 },
      changed: 1,
      taken: 1,
    })
    expect(await app.ask('claim.state', { annotationIds: [a], claim: { id: other } })).toMatchObject({
      changed: 0,
    })
  })

  test('the likeliest come first, and what is typed narrows them', async () => {
    const passage = await tag(statement, 26, 52)
    await implicit('Noise will fall.')
    const garden = await implicit('No gardens are lost.')
    const likely = (words = '') => app.ask('claim.likely', { annotationIds: [passage], words })
    expect(await likely()).toMatchObject([
      { id: garden, mentions: 0, shared: [{ start: 3, end: 10 }] },
      { statement: 'Noise will fall.' },
    ])
    expect(await likely('noi')).toMatchObject([{ statement: 'Noise will fall.' }])
    await app.ask('claim.update', { id: garden, change: { statement: 'All is well.' } })
    expect(await likely()).toHaveLength(1)
    await app.ask('history.undo')
    expect(await likely()).toHaveLength(2)
  })
})

describe('the card of a claim', () => {
  test('has its mentions in time order, and what is for it and against it, of itself and of its mentions', async () => {
    const [late, early, against] = [
      await tag(answer, 41, 55),
      await tag(statement, 0, 25),
      await tag(answer, 0, 14),
    ]
    const claim = await state([late, early], 'The tram pays.')
    const denial = await state([against], 'It never pays.')
    const ground = await implicit('Costs fall.')
    const rebuts = await link('rebuts', { annotation: against }, { annotation: early })
    const supports = await link('supports', { claim: ground }, { claim })
    await link('undercuts', { claim: denial }, { link: supports })
    const outgoing = await link('rebuts', { claim }, { claim: denial })
    await app.ask('memo.create', { about: { claim }, text: 'Who counted?' })

    const { mentions, links, memos, answered } = await card(claim)
    expect(mentions.map(({ id }) => id)).toEqual([early, late])
    expect(links).toMatchObject(
      [
        {
          link: { id: supports },
          stance: 'for',
          mention: null,
          other: { statement: 'Costs fall.' },
          attacked: 1,
        },
        { link: { id: outgoing }, stance: 'other', mention: null, outgoing: true },
        {
          link: { id: rebuts },
          stance: 'against',
          mention: early,
          other: { annotation: { id: against, documentTitle: 'Answer' } },
          otherClaim: { id: denial },
          attacked: 0,
        },
      ].sort((a, b) => a.link.id - b.link.id),
    )
    expect(memos).toMatchObject([{ text: 'Who counted?' }])
    expect(answered).toBe(true)
    expect((await card(ground)).answered).toBe(false)
  })

  test('tells its past: who made it, what it said, what came and went; nothing of what was undone', async () => {
    const mention = await tag(statement, 0, 25)
    const claim = await state([mention], 'The tram pays.')
    await app.ask('claim.update', { id: claim, change: { statement: 'The tram pays for itself.' } })
    await app.ask('claim.update', { id: claim, change: { note: 'see survey' } })
    await app.ask('history.undo')
    const other = await implicit('It never does.')
    await link('rebuts', { claim: other }, { claim })
    await app.ask('claim.state', { annotationIds: [mention], claim: { id: other } })
    expect((await card(claim)).history).toMatchObject([
      { who: 'Ada', did: ['One mention went'] },
      { did: ['Link Rebuts'] },
      { did: ['Statement changed from “The tram pays.”'] },
      { did: ['Made', 'One mention came'] },
    ])
    expect((await card(other)).history.map(({ did }) => did)).toEqual([
      ['One mention came'],
      ['Link Rebuts'],
      ['Made'],
    ])
  })
})

describe('claims as a list shows them', () => {
  test('say how often and since when they are stated, and whether they are answered', async () => {
    const [late, early] = [await tag(answer, 41, 55), await tag(statement, 0, 25)]
    const claim = await state([late, early], 'The tram pays.')
    const undated = await state([await tag(answer, 15, 40)], 'Gardens go.')
    const none = await implicit('Trams are quiet.')
    expect(await summaries()).toMatchObject([
      { id: claim, mentions: 2, firstStated: '2021-05-03', answered: false },
      { id: undated, mentions: 1, firstStated: '', answered: false },
      { id: none, mentions: 0, firstStated: '', answered: false },
    ])
    await link('rebuts', { claim: none }, { annotation: early })
    expect(app.latestChange().claims.upserted).toEqual([none, claim])
    await link('counter-claim', { claim: undated }, { claim: none })
    const all = await summaries()
    expect(all.map((one: { answered: boolean }) => one.answered)).toEqual([true, true, true])
    expect(await app.ask('claim.summaries', { ids: [claim, undated, none] })).toEqual(all)
    await app.ask('document.update', { id: statement, change: { metadata: { date: '2019' } } })
    expect(app.latestChange().claims.upserted).toEqual([claim])
  })
})

describe('links of a claim', () => {
  test('are inherited by its mentions, after their own', async () => {
    const mention = await tag(statement, 0, 25)
    const claim = await state([mention], 'The tram pays.')
    const other = await implicit('It never does.')
    const passage = await tag(answer, 0, 14)
    const inherited = await link('rebuts', { claim: other }, { claim })
    const own = await link('supports', { annotation: passage }, { annotation: mention })
    await link('rebuts', { annotation: mention }, { claim })
    const links = await app.ask('link.of', { annotation: mention })
    expect(links.map((one) => [one.link.id, one.inheritedFrom])).toEqual([
      [expect.any(Number), undefined],
      [own, undefined],
      [inherited, claim],
    ])
    const lone = await tag(statement, 26, 52)
    await app.ask('claim.state', { annotationIds: [lone], claim: { id: claim } })
    const cards = await app.ask('margin.cards', { documentId: statement, within: { start: 26, end: 27 } })
    expect(cards).toMatchObject([{ annotation: lone, linkCount: 2, links: [{ inheritedFrom: claim }, {}] }])
  })
})

describe('merging and splitting', () => {
  /** Looks at what it would do, does it, takes it back and does it again. */
  async function rehearsed<C extends ProjectChannel>(preview: C, real: C, request: never) {
    const before = dump(app.project.database)
    const told = await app.ask(preview, ...([request] as never))
    expect(dump(app.project.database)).toEqual(before)
    const done = await app.ask(real, ...([request] as never))
    await goesBack(before)
    return [told, done] as const
  }

  test('a merging moves mentions, links, memos and notes, and drops what would join the claim with itself', async () => {
    const [a, b] = [await tag(statement, 0, 25), await tag(answer, 41, 55)]
    const into = await state([a], 'The tram pays.')
    const gone = await state([b], 'It pays.')
    const third = await implicit('It never does.')
    await app.ask('claim.update', { id: into, change: { note: 'one' } })
    await app.ask('claim.update', { id: gone, change: { note: 'two' } })
    await app.ask('memo.create', { about: { claim: gone }, text: 'mind' })
    const loop = await link('restates', { claim: gone }, { claim: into })
    await link('undercuts', { claim: third }, { link: loop })
    await link('rebuts', { claim: third }, { claim: into })
    await link('rebuts', { claim: third }, { claim: gone })
    await link('counter-claim', { claim: third }, { claim: into })
    await link('counter-claim', { claim: gone }, { claim: third })
    const kept = await link('concedes', { claim: gone }, { claim: third })
    await link('restates', { annotation: b }, { annotation: a })

    const [told, done] = await rehearsed('claim.previewMerge', 'claim.merge', { ids: [gone], into } as never)
    expect(done).toEqual(told)
    expect(done).toMatchObject({ mentions: 1, links: 1, linksOnto: 1, within: 1, memos: 1, notes: 1 })
    expect(done).toMatchObject({
      loops: ['restates: “It pays.” ↔ “The tram pays.”'],
      doubles: ['rebuts: “It never does.” → “It pays.”', 'counter-claim of: “It pays.” ↔ “It never does.”'],
      statements: ['It pays.'],
    })
    const { claim, mentions, links, memos, history } = await card(into)
    expect([claim.note, mentions.length, memos.length]).toEqual(['one\n\ntwo', 2, 1])
    expect(links.map((one) => one.link.id)).toContain(kept)
    expect(links).toHaveLength(4)
    expect(history[0]!.did).toEqual([
      'Merge a claim into “The tram pays.”',
      'Note changed',
      'One mention came',
    ])
    await expect(app.ask('claim.card', { id: gone })).rejects.toThrow('not there any more')
    await expect(app.ask('claim.merge', { ids: [into], into })).rejects.toThrow('at least two')
  })

  test('a splitting takes mentions with their links to a new claim; what is of the claim itself stays', async () => {
    const [a, b, c] = [await tag(statement, 0, 25), await tag(answer, 41, 55), await tag(answer, 0, 14)]
    const claim = await state([a, b], 'The tram pays.')
    const other = await implicit('It never does.')
    await link('rebuts', { claim: other }, { claim })
    const own = await link('rebuts', { annotation: c }, { annotation: b })
    const request = { id: claim, mentions: [b], statement: 'The tram pays now.' }
    const [told, done] = await rehearsed('claim.previewSplit', 'claim.split', request as never)
    expect(told).toEqual({ id: null, mentions: 1, links: 1, mentionsLeft: 1, linksLeft: 1 })
    const split = (done as { id: ClaimId }).id
    expect((await card(split)).links).toMatchObject([{ link: { id: own }, mention: b, stance: 'against' }])
    expect((await card(split)).history.at(-1)!.did[0]).toBe('Split off another claim')
    expect((await card(claim)).mentions.map(({ id }) => id)).toEqual([a])
    await expect(app.ask('claim.split', { ...request, mentions: [c] })).rejects.toThrow('Choose among')
  })
})
