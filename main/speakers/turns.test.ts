import { expect, test } from 'vitest'
import { addDocument } from '../../db/testing/documents.ts'
import { allDocuments } from '../../preload/contract/filter.ts'
import type { DocumentId, SpeakerId } from '../../preload/contract/ids.ts'
import { fieldLosses } from '../exchange/foreign/field-losses.ts'
import { tablesOf } from '../exchange/formats/tables.ts'
import { projectDataset } from '../exchange/project-dataset.ts'
import { readMaterial } from '../exchange/reading-copy/read-material.ts'
import { testSession } from '../testing/session.ts'

const turn = (speaker: string, start: number, end: number) => ({
  kind: 'speaker-turn' as const,
  ...{ speaker, time: null, start, end },
})

/** “GREEN: It pays.”, “: Never.” without a name, and a heading. */
const spoken = {
  text: 'It pays.\nNever.\nVotes',
  blocks: [turn('GREEN', 0, 8), turn(' ', 9, 15), { kind: 'heading' as const, level: 1, start: 16, end: 21 }],
  marks: [],
  breaks: [],
}

async function hearing() {
  const app = testSession()
  const document = addDocument(app.project, spoken.text, {
    text: spoken,
    title: 'Hearing',
    metadata: { author: 'Clerk' },
  })
  const [tag] = await app.ask('tag.list')
  const passage = async (documentId: DocumentId, start: number, end: number) =>
    (await app.ask('annotation.create', { documentId, tagId: tag!.id, spans: [{ start, end }] })).id
  const inTurn = await passage(document, 3, 7)
  const unnamed = await passage(document, 9, 14)
  const outside = await passage(document, 16, 21)
  return { app, document, inTurn, unnamed, outside }
}

test('whom a turn names says its passages, else the author does; the register knows them by any name', async () => {
  const { app, inTurn, unnamed, outside } = await hearing()
  const inherited = (annotation: typeof inTurn) => app.ask('speaker.inherited', { annotation })
  expect(await inherited(inTurn)).toMatchObject({ voice: { name: 'GREEN', kind: 'turn' }, from: 'turn' })
  expect(await inherited(unnamed)).toMatchObject({ voice: { name: 'Clerk', kind: 'author' }, from: 'author' })
  expect(await inherited(outside)).toMatchObject({ voice: { name: 'Clerk' }, from: 'author' })

  const mayor = await app.ask('speaker.create', { name: 'Mayor Green', variants: ['Green'] })
  expect(await inherited(inTurn)).toMatchObject({
    voice: { name: 'Mayor Green', kind: 'speaker', speakerId: mayor.id },
    from: 'turn',
  })
})

test('a filter by a speaker finds in work lists and in search what a turn or a document says is theirs', async () => {
  const { app, inTurn, unnamed, outside } = await hearing()
  const green = await app.ask('speaker.create', { name: 'Green' })
  const clerk = await app.ask('speaker.create', { name: 'Clerk' })
  const filterBy = (id: SpeakerId) => ({ tagIds: [], speakerIds: [id], annotatorIds: [] })
  const listed = async (id: SpeakerId) => [
    ...(await app.ask('workList.entries', {
      ...{ list: 'no-claim', order: 'project', after: '' },
      filter: { documents: allDocuments, annotations: filterBy(id) },
    })),
  ]
  expect(await listed(green.id)).toEqual([inTurn])
  expect(await listed(clerk.id)).toEqual([unnamed, outside])

  await app.ask('annotation.update', { id: inTurn, change: { speakerId: clerk.id } })
  expect(await listed(green.id)).toEqual([])
})

test('who answers whom, and the other end of a link, go by the turn; a speaker that is set goes before it', async () => {
  const { app, document, inTurn } = await hearing()
  const reply = addDocument(app.project, 'It never pays.', { title: 'Reply', metadata: { author: 'Ada' } })
  const [tag] = await app.ask('tag.list')
  const answer = await app.ask('annotation.create', {
    ...{ documentId: reply, tagId: tag!.id, spans: [{ start: 0, end: 8 }] },
  })
  const rebuts = (await app.ask('linkType.list')).find(({ uid }) => uid === 'rebuts')!
  await app.ask('link.create', {
    linkTypeId: rebuts.id,
    source: { annotation: answer.id },
    target: { annotation: inTurn },
  })
  const pairs = async (unset: 'document' | 'nobody') => {
    const { voices, from, to } = await app.ask('speaker.whoAnswersWhom', { documents: allDocuments, unset })
    return [...from].map((voice, i) => `${voices[voice]!.name} → ${voices[to[i]!]!.name}`)
  }
  expect(await pairs('document')).toEqual(['Ada → GREEN'])
  expect(await pairs('nobody')).toEqual(['Undetermined → GREEN'])
  const otherEnd = async () => (await app.ask('link.of', { annotation: answer.id }))[0]!.other
  expect(await otherEnd()).toMatchObject({ annotation: { turn: 'GREEN', documentId: document } })

  await app.ask('annotation.update', { id: inTurn, change: { speakerName: 'Clerk' } })
  expect(await pairs('document')).toEqual(['Ada → Clerk'])
  expect(await otherEnd()).not.toHaveProperty('annotation.turn')
})

test('tables have whom the turn of a passage names beside its speaker, and the losses of what has none say so', async () => {
  const { app } = await hearing()
  const dataset = projectDataset(app.project.repositories)
  const { columns, rows } = tablesOf(dataset, null).find(({ name }) => name === 'annotations')!
  const named = [...rows].map((row) => [
    row[columns.indexOf('speaker')],
    row[columns.indexOf('turn_speaker')],
  ])
  expect(named).toEqual([
    [null, 'GREEN'],
    [null, null],
    [null, null],
  ])
  expect(fieldLosses(dataset, {}).map(({ what }) => what)).toContainEqual(
    expect.stringContaining('who speaks in turns'),
  )
})

test('an entry of the register is named somewhere by a passage, a turn, a document or a memo on it', async () => {
  const { app } = await hearing()
  const [green, clerk, remembered, nobody] = await Promise.all(
    ['Green', 'clerk', 'Ada', 'Nobody'].map((name) => app.ask('speaker.create', { name })),
  )
  await app.ask('memo.create', { about: { speaker: remembered!.id }, text: 'To be asked.' })
  expect(await app.ask('speaker.namedNowhere')).toEqual([nobody!.id])
  expect(await app.ask('speaker.deleteNamedNowhere')).toBe(1)
  expect((await app.ask('speaker.list')).map(({ id }) => id)).toEqual([remembered!.id, clerk!.id, green!.id])
  expect(await app.ask('speaker.deleteNamedNowhere')).toBe(0)
})

test('a copy to read names whom the turn names, as the register calls them', async () => {
  const { app, document } = await hearing()
  const named = () =>
    readMaterial(app.project.repositories, document).annotations.map(({ speaker }) => speaker)
  expect(named()).toEqual(['GREEN', '', ''])
  await app.ask('speaker.create', { name: 'Mayor Green', variants: ['Green'] })
  expect(named()).toEqual(['Mayor Green', '', ''])
})
