import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDocument } from '../../db/testing/documents.ts'
import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import { testSession } from '../testing/session.ts'
import { liveArgument } from './live-argument.ts'

const passage = fc.record({
  document: fc.nat(1),
  start: fc.nat(6),
  length: fc.integer({ min: 1, max: 4 }),
  what: fc.constantFrom('add', 'add', 'move', 'delete', 'undo', 'redo'),
})

test('the order of passages stays that of reading, however they come, move and go', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(passage, { maxLength: 25 }), async (all) => {
      const { project, ask } = testSession()
      const documents = ['one', 'two'].map((name) => addDocument(project, `${name} ${'x'.repeat(20)}`))
      const [tag] = await ask('tag.list')
      const live = liveArgument(project)
      await live.now()
      for (const { document, start, length, what } of all) {
        const { order } = await live.now()
        const one = order[start % Math.max(1, order.length)] as AnnotationId | undefined
        const spans = [{ start, end: start + length }]
        if (what === 'add')
          await ask('annotation.create', {
            documentId: documents[document] as DocumentId,
            tagId: tag!.id,
            spans,
          }).catch(() => {})
        else if (what === 'undo') await ask('history.undo')
        else if (what === 'redo') await ask('history.redo')
        else if (one !== undefined && what === 'move')
          await ask('annotation.update', { id: one, change: { spans } }).catch(() => {})
        else if (one !== undefined) await ask('annotation.delete', { ids: [one] })

        const expected = documents.flatMap((id) =>
          project.repositories.annotations
            .idsByDocument(id)
            .map((own) => project.repositories.annotations.get(own))
            .sort(
              (a, b) =>
                a.spans[0]!.start - b.spans[0]!.start || b.spans[0]!.end - a.spans[0]!.end || a.id - b.id,
            )
            .map((own) => own.id),
        )
        expect([...(await live.now()).order]).toEqual(expected)
      }
      project.close()
    }),
    { numRuns: 15 },
  )
})

test('what is committed while it is being read is in it', async () => {
  const { project, ask } = testSession()
  const documentId = addDocument(project, 'x'.repeat(50))
  const [tag] = await ask('tag.list')
  const reading = liveArgument(project).now()
  const { id } = await ask('annotation.create', { documentId, tagId: tag!.id, spans: [{ start: 1, end: 3 }] })
  expect([...(await reading).order]).toEqual([id])
})
