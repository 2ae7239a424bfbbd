import { expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import { testSession } from '../../testing/session.ts'

async function dispute() {
  const app = testSession()
  const documentId = addDocument(app.project, 'tram and tram and tram 😀', { title: 'Statement' })
  const [claim] = (await app.ask('tag.list')).map(({ id }) => id)
  const tagAll = (start: number[], end: number[]) =>
    app.ask('annotation.createMany', {
      documentId,
      tagId: claim!,
      start: Int32Array.from(start),
      end: Int32Array.from(end),
    })
  const starts = async () => [...(await app.ask('annotation.columns', { documentId })).start]
  return { app, documentId, claim: claim!, tagAll, starts }
}

test('many passages are tagged in one step, which is undone and done again as one', async () => {
  const { app, tagAll, starts } = await dispute()
  const made = await tagAll([0, 9, 18], [4, 13, 22])
  expect(made).toMatchObject({ created: 3, skipped: 0 })
  expect((await app.ask('annotation.get', { id: made.first! })).spans).toEqual([{ start: 0, end: 4 }])
  expect(await starts()).toEqual([0, 9, 18])
  expect(await app.ask('history.state')).toMatchObject({ undo: 'tag 3 passages as Claim' })

  await app.ask('history.undo')
  expect(await starts()).toEqual([])
  await app.ask('history.redo')
  expect(await starts()).toEqual([0, 9, 18])
})

test('passages that are so tagged already are passed over and counted; of another annotator they are not', async () => {
  const { app, documentId, claim, tagAll, starts } = await dispute()
  await app.ask('annotation.create', { documentId, tagId: claim, spans: [{ start: 9, end: 13 }] })
  const [first] = (await app.ask('annotation.columns', { documentId })).annotation
  const made = await tagAll([0, 9, 18], [4, 13, 22])
  expect(made).toMatchObject({ created: 2, skipped: 1 })
  expect(made.first).not.toBe(first)
  expect(await starts()).toEqual([0, 9, 18])

  expect(await tagAll([0, 9], [4, 13])).toEqual({ created: 0, skipped: 2, first: null })
  expect(await app.ask('history.state')).toMatchObject({ undo: 'tag 3 passages as Claim' })

  app.session.signAs('Grace')
  expect(await tagAll([0, 9, 18], [4, 13, 22])).toMatchObject({ created: 3, skipped: 0 })
})

test('a new tag and its passages are one step, and a known one is found whatever its case', async () => {
  const { app, documentId, starts } = await dispute()
  const tagAs = (name: string) =>
    app.ask('annotation.createManyWithTag', {
      documentId,
      name,
      start: Int32Array.of(0, 9),
      end: Int32Array.of(4, 13),
    })
  const names = async () => (await app.ask('tag.list')).map(({ name }) => name)
  const before = await names()
  expect(await tagAs('Vehicle')).toMatchObject({ created: 2, isNew: true, tag: { name: 'Vehicle' } })
  expect(await app.ask('history.state')).toMatchObject({ undo: 'tag 2 passages as Vehicle, a new tag' })
  expect(await tagAs('vehicle')).toMatchObject({ created: 0, skipped: 2, isNew: false })
  await app.ask('history.undo')
  expect(await names()).toEqual(before)
  expect(await starts()).toEqual([])
})

test('one bad passage among many leaves all untagged', async () => {
  const { app, tagAll, starts } = await dispute()
  await expect(tagAll([0, 23], [4, 24])).rejects.toMatchObject({ code: 'bad-span' })
  await expect(tagAll([0, 9], [4])).rejects.toMatchObject({ code: 'bad-input' })
  expect(await starts()).toEqual([])
  expect(await app.ask('history.state')).toMatchObject({ undo: 'import a document' })
})
