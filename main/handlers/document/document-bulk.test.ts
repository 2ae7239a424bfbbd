import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import { dump } from '../../../db/testing/dump.ts'
import type { DocumentHead } from '../../../preload/contract/document.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

const three = (app: TestSession) =>
  ['One', 'Two', 'Three'].map((title) =>
    addDocument(app.project, title, { title, metadata: { outlet: 'Radio', archive: title } }),
  )
const metadataOf = async (app: TestSession) =>
  (await app.ask('document.list')).map(({ metadata }) => metadata)
const undoLabel = (app: TestSession) => app.latestChange().history.undo

test('a field of many documents is set and cleared in one step each, named by what it does', async () => {
  const app = testSession()
  const ids = three(app)
  await app.ask('document.updateMany', { ids, change: { fields: { outlet: 'Gazette' } } })
  expect(undoLabel(app)).toBe('set outlet of 3 documents')
  expect((await metadataOf(app)).map(({ outlet }) => outlet)).toEqual(['Gazette', 'Gazette', 'Gazette'])
  await app.ask('document.updateMany', { ids: ids.slice(1), change: { fields: { archive: '' } } })
  expect(undoLabel(app)).toBe('clear archive of 2 documents')
  expect(await metadataOf(app)).toEqual([
    { outlet: 'Gazette', archive: 'One' },
    { outlet: 'Gazette' },
    { outlet: 'Gazette' },
  ])
  await app.ask('history.undo')
  await app.ask('history.undo')
  expect((await metadataOf(app)).map(({ outlet }) => outlet)).toEqual(['Radio', 'Radio', 'Radio'])
})

test('documents that are so already are not touched, and nothing changed is no step', async () => {
  const app = testSession()
  const ids = three(app)
  const [first, second] = ids as [DocumentId, DocumentId]
  await app.ask('document.updateMany', { ids: [first], change: { status: 'done' } })
  expect(undoLabel(app)).toBe('mark One as done')
  await app.ask('document.updateMany', { ids: [first, second, second], change: { status: 'done' } })
  expect(app.latestChange()).toMatchObject({
    documents: [second],
    history: { undo: 'mark 2 documents as done' },
  })
  await app.ask('document.updateMany', { ids, change: { fields: { outlet: 'Radio', nothing: '' } } })
  expect(undoLabel(app)).toBe('mark 2 documents as done')
})

test('a field gets another name where it is, unless that is taken', async () => {
  const app = testSession()
  const ids = three(app)
  await app.ask('document.update', { id: ids[0]!, change: { metadata: { box: '4' } } })
  await app.ask('document.updateMany', { ids, change: { renamed: { archive: 'shelf' } } })
  expect(undoLabel(app)).toBe('rename archive of 3 documents to shelf')
  expect(await metadataOf(app)).toEqual([
    { box: '4' },
    { outlet: 'Radio', shelf: 'Two' },
    { outlet: 'Radio', shelf: 'Three' },
  ])
  await expect(
    app.ask('document.updateMany', { ids, change: { renamed: { shelf: 'outlet' } } }),
  ).rejects.toMatchObject({ code: 'exists', message: expect.stringContaining('outlet') })
})

test('a document that is not there stops all of it', async () => {
  const app = testSession()
  const ids = three(app)
  const before = dump(app.project.database)
  await expect(
    app.ask('document.updateMany', { ids: [...ids, 99 as never], change: { status: 'done' } }),
  ).rejects.toMatchObject({ code: 'not-found' })
  await expect(app.ask('document.collect', { ids: [99 as never], name: 'Press' })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(dump(app.project.database)).toEqual(before)
})

test('documents are in several collections, which are renamed, joined and deleted while they stay', async () => {
  const app = testSession()
  const [one, two, third] = three(app) as [DocumentId, DocumentId, DocumentId]
  const collections = async () => (await metadataOf(app)).map((metadata) => metadata.collections)
  await app.ask('document.collect', { ids: [one, two], name: 'Press' })
  await app.ask('document.collect', { ids: [two, third], name: 'Field trip' })
  expect(undoLabel(app)).toBe('put 2 documents into Field trip')
  expect(await collections()).toEqual(['Press', 'Press; Field trip', 'Field trip'])

  await app.ask('document.renameCollection', { from: 'Field trip', to: 'Trip' })
  await app.ask('document.renameCollection', { from: 'Trip', to: 'Press' })
  expect(await collections()).toEqual(['Press', 'Press', 'Press'])
  await app.ask('document.uncollect', { ids: [one, third], name: 'Press' })
  expect(undoLabel(app)).toBe('take 2 documents out of Press')
  await app.ask('document.deleteCollection', { name: 'Press' })
  expect(await collections()).toEqual([undefined, undefined, undefined])
  for (const _ of [1, 2, 3, 4]) await app.ask('history.undo')
  expect(await collections()).toEqual(['Press', 'Press; Field trip', 'Field trip'])

  await expect(app.ask('document.collect', { ids: [one], name: 'a; b' })).rejects.toMatchObject({
    code: 'bad-input',
  })
})

/** As the window puts the list together. */
async function packedWithCounts({ ask }: TestSession) {
  const { document, ...columns } = await ask('document.counts')
  const heads: DocumentHead[] = (await ask('document.packed')).flatMap((piece) => JSON.parse(piece))
  return heads.map((head, row) => {
    expect(document[row]).toBe(head.id)
    return {
      ...head,
      ...Object.fromEntries(Object.entries(columns).map(([name, counts]) => [name, counts[row]])),
    }
  })
}

test('the packed list with its counts, the order and the list say the same', async () => {
  const app = testSession()
  const ids = three(app)
  await app.ask('document.move', { ids: [ids[2]!], beforeId: ids[0]! })
  const list = await app.ask('document.list')
  expect(await packedWithCounts(app)).toEqual(list)
  expect([...(await app.ask('document.order'))]).toEqual(list.map(({ id }) => id))
  expect(list[0]).toMatchObject({ title: 'Three', words: 1, length: 5, links: 0, outlet: 'Radio' })
})

test('documents that say much of themselves are packed in pieces, each read in a moment', async () => {
  const app = testSession()
  const metadata = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`field ${n}`, 'x'.repeat(500)]))
  for (let n = 0; n < 20; n++) addDocument(app.project, `Text ${n}`, { title: `Row ${n}`, metadata })
  addDocument(app.project, 'Text', { title: 'Long', metadata: { note: 'x'.repeat(300_000) } })
  const pieces = await app.ask('document.packed')
  expect(pieces.map((piece) => piece.length < 200_100)).toEqual([...Array(7).fill(true), false])
  const list = await app.ask('document.list')
  expect(pieces.flatMap((piece) => JSON.parse(piece))).toMatchObject(
    list.map(({ id, title }) => ({ id, title })),
  )
})

test('a link counts once for each document it ends in, also of an annotation with several', async () => {
  const app = testSession()
  const [one, two] = three(app) as [DocumentId, DocumentId]
  const [tag] = await app.ask('tag.list')
  const [type] = await app.ask('linkType.list')
  const at = (documentId: DocumentId, start: number) =>
    app.ask('annotation.create', { documentId, tagId: tag!.id, spans: [{ start, end: start + 1 }] })
  const [a, b, c] = [await at(one, 0), await at(one, 1), await at(two, 0)]
  for (const [source, target] of [
    [a, b],
    [a, c],
  ] as const) {
    const ends = { source: { annotation: source.id }, target: { annotation: target.id } }
    await app.ask('link.create', { linkTypeId: type!.id, ...ends })
  }
  expect((await app.ask('document.list')).map(({ links }) => links)).toEqual([2, 1, 0])
  expect((await app.ask('document.summaries', { ids: [two, one] })).map(({ links }) => links)).toEqual([1, 2])
})

const name = fc.constantFrom('Press', 'Trip', 'Été', 'a b')
const field = fc.constantFrom('outlet', 'archive', 'collections', 'box')
const some = fc.subarray([0, 1, 2], { minLength: 1 })
const gesture = fc.oneof(
  fc.record({ some, fields: fc.dictionary(field, fc.string({ unit: 'grapheme' }), { maxKeys: 3 }) }),
  fc.record({ some, status: fc.constantFrom('to-do' as const, 'in-progress' as const, 'done' as const) }),
  fc.record({ some, renamed: fc.tuple(field, field).map(([from, to]) => ({ [from]: to })) }),
  fc.record({ some, collect: name }),
  fc.record({ some, uncollect: name }),
  fc.record({ from: name, to: name }),
  fc.record({ delete: name }),
)

test('whatever was done to many at once, undoing gives the documents as they were and redoing as they are', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(gesture, { maxLength: 12 }), async (gestures) => {
      const app = testSession()
      const all = three(app)
      const before = dump(app.project.database)
      const start = (await app.ask('history.state')).undo
      for (const one of gestures) {
        const ids = 'some' in one ? one.some.map((index) => all[index]!) : all
        if ('collect' in one) await app.ask('document.collect', { ids, name: one.collect })
        else if ('uncollect' in one) await app.ask('document.uncollect', { ids, name: one.uncollect })
        else if ('from' in one) await app.ask('document.renameCollection', one)
        else if ('delete' in one) await app.ask('document.deleteCollection', { name: one.delete })
        else {
          const { some: _, ...change } = one
          await app
            .ask('document.updateMany', { ids, change })
            .catch(({ code }) => expect(code).toBe('exists'))
        }
      }
      const after = dump(app.project.database)
      expect(await app.ask('project.check')).toEqual([])
      const { undo, redo } = app.project.history
      let steps = 0
      while ((await app.ask('history.state')).undo !== start) {
        undo()
        steps += 1
      }
      expect(dump(app.project.database)).toEqual(before)
      for (let i = 0; i < steps; i++) redo()
      expect(dump(app.project.database)).toEqual(after)
    }),
    { numRuns: 60, endOnFailure: true },
  )
}, 60_000)
