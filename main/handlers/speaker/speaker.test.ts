import { beforeEach, expect, test } from 'vitest'
import { checkProject } from '../../../db/gate/check.ts'
import { addDocument } from '../../../db/testing/documents.ts'
import { dump } from '../../../db/testing/dump.ts'
import type { AnnotationId, DocumentId, SpeakerId } from '../../../preload/contract/ids.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let early: DocumentId
let late: DocumentId

beforeEach(() => {
  app = testSession()
  late = addDocument(app.project, 'It never does. Four gardens stand there.', {
    metadata: { date: '2021-06' },
  })
  early = addDocument(app.project, 'The tram pays. Noise will fall.', { metadata: { date: '2021-05-03' } })
})

async function say(documentId: DocumentId, start: number, end: number, name: string): Promise<AnnotationId> {
  const tagId = (await app.ask('tag.list'))[0]!.id
  const { id } = await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end }] })
  await app.ask('annotation.update', { id, change: { speakerName: name } })
  return id
}
const named = async (name: string): Promise<SpeakerId> =>
  (await app.ask('speaker.list')).find((one) => one.name === name)!.id
const names = async () => (await app.ask('speaker.list')).map(({ name, variants }) => [name, ...variants])

/** Takes the latest step back and does it again; nothing may be lost on the way. */
async function goesBack(before: unknown): Promise<void> {
  expect(checkProject(app.project.database)).toEqual([])
  const after = dump(app.project.database)
  await app.ask('history.undo')
  expect(dump(app.project.database)).toEqual(before)
  await app.ask('history.redo')
  expect(dump(app.project.database)).toEqual(after)
}

test('the register tells how much and where each speaks, in time order', async () => {
  const [b, a] = [await say(late, 0, 14, 'Peskov'), await say(early, 0, 14, 'Peskov')]
  const id = await named('Peskov')
  expect(await app.ask('speaker.counts')).toEqual({
    speaker: Int32Array.of(id),
    passages: Int32Array.of(2),
    documents: Int32Array.of(2),
  })
  const { hits, ...counts } = await app.ask('speaker.passages', { id, count: 1 })
  expect(counts).toEqual({ total: 2, documents: 2 })
  expect(hits).toMatchObject([{ id: a, documentDate: '2021-05-03' }])
  expect((await app.ask('speaker.passages', { id })).hits.map((hit) => hit.id)).toEqual([a, b])
})

test('merging makes one of several: passages, memos and names move, and all goes back in one step', async () => {
  const one = await say(early, 0, 14, 'Dmitry Peskov')
  const other = await say(late, 0, 14, 'Peskov')
  const [into, gone] = [await named('Dmitry Peskov'), await named('Peskov')]
  await app.ask('speaker.update', { id: gone, change: { kind: 'person', variants: ['D. Peskov'] } })
  await app.ask('memo.create', { about: { speaker: gone }, text: 'Spokesman.' })
  const rebuts = (await app.ask('linkType.list'))[0]!.id
  await app.ask('link.create', {
    linkTypeId: rebuts,
    source: { annotation: other },
    target: { annotation: one },
  })

  // Who supports another does not answer themselves when the two are one.
  await app.ask('link.create', {
    linkTypeId: (await app.ask('linkType.list')).find(({ uid }) => uid === 'supports')!.id,
    source: { annotation: one },
    target: { annotation: other },
  })

  const told = { passages: 1, memos: 1, names: ['Peskov', 'D. Peskov'], between: 1 }
  const before = dump(app.project.database)
  expect(await app.ask('speaker.previewMerge', { ids: [gone], into })).toEqual(told)
  expect(dump(app.project.database)).toEqual(before)
  expect(await app.ask('speaker.merge', { ids: [gone], into })).toEqual(told)
  expect(await app.ask('speaker.list')).toMatchObject([
    { id: into, kind: 'person', variants: ['Peskov', 'D. Peskov'] },
  ])
  expect((await app.ask('annotation.get', { id: other })).speakerId).toBe(into)
  expect(await app.ask('memo.list', { about: { speaker: into } })).toHaveLength(1)
  expect(await app.ask('history.state')).toMatchObject({ undo: 'merge a speaker into Dmitry Peskov' })
  await goesBack(before)
  await expect(app.ask('speaker.merge', { ids: [into], into })).rejects.toMatchObject({ code: 'bad-input' })

  // A name that was merged in finds the speaker from then on.
  const third = await say(early, 15, 31, 'peskov')
  expect((await app.ask('annotation.get', { id: third })).speakerId).toBe(into)
})

test('splitting makes some passages and names those of a new speaker, in one step', async () => {
  const [stays, goes] = [await say(early, 0, 14, 'Petrov'), await say(late, 0, 14, 'Petrov')]
  const id = await named('Petrov')
  await app.ask('speaker.update', { id, change: { variants: ['Ivan Petrov', 'Maria Petrov', 'M. Petrov'] } })
  const split = { id, name: 'Maria Petrov', variants: ['M. Petrov'], annotations: [goes] }
  const before = dump(app.project.database)
  const told = {
    passages: 1,
    passagesLeft: 1,
    variants: ['M. Petrov'],
    namesLeft: ['Petrov', 'Ivan Petrov'],
  }
  expect(await app.ask('speaker.previewSplit', split)).toEqual({ ...told, id: null })
  const { id: made } = await app.ask('speaker.split', split)
  expect(await names()).toEqual([
    ['Maria Petrov', 'M. Petrov'],
    ['Petrov', 'Ivan Petrov'],
  ])
  expect((await app.ask('annotation.get', { id: goes })).speakerId).toBe(made)
  expect((await app.ask('annotation.get', { id: stays })).speakerId).toBe(id)
  await goesBack(before)

  const again = { id, name: 'Other', variants: [], annotations: [stays] }
  await expect(app.ask('speaker.split', { ...again, name: 'maria petrov' })).rejects.toMatchObject({
    code: 'exists',
  })
  await expect(app.ask('speaker.split', { ...again, annotations: [goes] })).rejects.toThrow(/not this/)
  await expect(app.ask('speaker.split', { ...again, variants: ['Nobody'] })).rejects.toThrow(/not this/)
  await expect(app.ask('speaker.split', { ...again, annotations: [] })).rejects.toThrow(/Choose/)
})

test('no two speakers come to have one name, and variants are there once', async () => {
  const id = (await app.ask('speaker.create', { name: 'Council' })).id
  await app.ask('speaker.create', { name: 'Mayor', variants: ['The mayor'] })
  for (const change of [{ name: 'the MAYOR' }, { variants: ['Mayor'] }])
    await expect(app.ask('speaker.update', { id, change })).rejects.toMatchObject({ code: 'exists' })
  await app.ask('speaker.update', {
    id,
    change: { variants: [' The council', 'the council', '', 'COUNCIL'] },
  })
  expect(await names()).toEqual([
    ['Council', 'The council'],
    ['Mayor', 'The mayor'],
  ])
})

test('those told apart are not suggested any more, until that is undone', async () => {
  const one = (await app.ask('speaker.create', { name: 'Peskov' })).id
  const other = (await app.ask('speaker.create', { name: 'Dmitry Peskov' })).id
  expect(await app.ask('speaker.likely')).toMatchObject([{ one, other }])
  await app.ask('speaker.tellApart', { one: other, other: one })
  expect(app.latestChange().lists).toEqual(['speaker'])
  expect(await app.ask('speaker.likely')).toEqual([])
  await app.ask('history.undo')
  expect(await app.ask('speaker.likely')).toHaveLength(1)
  await expect(app.ask('speaker.tellApart', { one, other: one })).rejects.toMatchObject({ code: 'bad-input' })
})
