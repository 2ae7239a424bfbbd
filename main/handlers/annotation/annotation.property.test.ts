import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProject } from '../../../db/gate/check.ts'
import { addDocument } from '../../../db/testing/documents.ts'
import { dump } from '../../../db/testing/dump.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { AnnotationId, DocumentId } from '../../../preload/contract/ids.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

const text = 'One two three. Four five! Six seven eight nine ten? Eleven.'

/** A gesture with the choices it makes: numbers that are taken modulo what there is. */
const gesture = fc.record({
  kind: fc.constantFrom(
    'tag',
    'tagAsNew',
    'addPart',
    'retagMany',
    'speakerOfMany',
    'join',
    'split',
    'delete',
    'link',
  ),
  numbers: fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
})
type Gesture = typeof gesture extends fc.Arbitrary<infer T> ? T : never

async function perform(app: TestSession, documentId: DocumentId, { kind, numbers }: Gesture): Promise<void> {
  const [a, b, c] = numbers as [number, number, number]
  const ids = [...new Set((await app.ask('annotation.columns', { documentId })).annotation)] as AnnotationId[]
  const tags = await app.ask('tag.list')
  const one = (of: number) => ids[of % ids.length]!
  const start = a % (text.length - 1)
  const span = { start, end: start + 1 + (b % (text.length - start)) }
  if (kind === 'tag')
    await app.ask('annotation.create', { documentId, tagId: tags[c % tags.length]!.id, spans: [span] })
  if (kind === 'tagAsNew')
    await app.ask('annotation.createWithTag', { documentId, spans: [span], name: `Tag ${c % 3}` })
  if (ids.length === 0) return
  const some = [one(a), one(b), one(c)]
  if (kind === 'addPart')
    await app.ask('annotation.update', {
      id: one(c),
      change: {
        spans: [
          { start: 0, end: 3 },
          { start: 5, end: 6 + (a % 9) },
        ],
        speakerName: '',
      },
    })
  if (kind === 'retagMany')
    await app.ask('annotation.updateMany', { ids: some, change: { tagId: tags[c % tags.length]!.id } })
  if (kind === 'speakerOfMany')
    await app.ask('annotation.updateMany', { ids: some, change: { speakerName: `Speaker ${c % 3}` } })
  if (kind === 'join') await app.ask('annotation.join', { into: one(a), ids: some })
  if (kind === 'split')
    await app.ask('annotation.split', { id: one(a), at: [b % text.length, c % text.length] })
  if (kind === 'delete') await app.ask('annotation.delete', { ids: some })
  if (kind === 'link') {
    const linkTypeId = (await app.ask('linkType.list'))[0]!.id
    await app.ask('link.create', {
      linkTypeId,
      source: { annotation: one(a) },
      target: { annotation: one(b) },
    })
  }
}

test('whatever is tagged, joined, split and changed, undoing all gives what was and redoing what is', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(gesture, { minLength: 5, maxLength: 40 }), async (gestures) => {
      const app = testSession()
      const documentId = addDocument(app.project, text)
      const original = dump(app.project.database)
      let steps = 0
      app.project.history.onCommitted(({ direction }) => {
        if (direction === 'done') steps += 1
      })
      for (const one of gestures) {
        // Some gestures cannot be made; they must leave nothing behind either.
        const before = dump(app.project.database)
        await perform(app, documentId, one).catch((cause) => {
          if (!(cause instanceof Failure) || cause.code === 'internal') throw cause
          expect(dump(app.project.database)).toEqual(before)
        })
      }
      const final = dump(app.project.database)
      expect(checkProject(app.project.database)).toEqual([])

      for (let i = 0; i < steps; i++) app.project.history.undo()
      expect(dump(app.project.database)).toEqual(original)
      while (app.project.history.redo() !== null);
      expect(dump(app.project.database)).toEqual(final)
      await app.session.close()
    }),
    { numRuns: 40, endOnFailure: true },
  )
})
