import { expect, test } from 'vitest'
import { addDocument } from '../db/testing/documents.ts'
import { testSession } from './testing/session.ts'

test('of a step with many changes all documents are counted, not only those of its first changes', async () => {
  const app = testSession()
  const [tag] = await app.ask('tag.list')
  const words = 2100
  const many = addDocument(app.project, 'tram '.repeat(words), { title: 'Statement' })
  const two = ['A tram.', 'The tram.'].map((text) => addDocument(app.project, text))
  const tagIn = (documentId: typeof many, starts: number[]) =>
    app.ask('annotation.createMany', {
      documentId,
      tagId: tag!.id,
      start: Int32Array.from(starts),
      end: Int32Array.from(starts, (start) => start + 4),
    })
  const starts = Array.from({ length: words }, (_, at) => at * 5)
  await tagIn(many, starts)
  for (const documentId of two) await tagIn(documentId, [2])
  const inAll = await Promise.all(
    [many, ...two].map((documentId) => app.ask('annotation.columns', { documentId })),
  )
  await app.ask('annotation.delete', { ids: inAll.flatMap(({ annotation }) => [...annotation]) })

  const place = { documentId: many, others: 2 }
  expect(await app.ask('history.undo')).toMatchObject({ place })
  expect(await app.ask('history.redo')).toMatchObject({ place })
  // A step of one document alone.
  expect(await app.ask('history.undo')).toMatchObject({ place })
  expect(await app.ask('history.undo')).toMatchObject({ place: { documentId: two[1], others: 0 } })
})
