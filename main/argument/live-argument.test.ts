import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDocument } from '../../db/testing/documents.ts'
import { anyStep, type GestureName, perform } from '../../db/testing/gestures.ts'
import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import { testSession } from '../testing/session.ts'
import type { Argument } from './argument.ts'
import { createLiveArgument, liveArgument } from './live-argument.ts'

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

/** Enough to be read in several pieces of two. */
const furniture: GestureName[] = [
  ...(['addAnnotator', 'addDocument', 'addDocument', 'addDocument', 'addClaim'] as const),
  ...Array.from({ length: 8 }, () => 'addAnnotation' as const),
  ...Array.from({ length: 3 }, () => 'addLink' as const),
]

/** All that an argument holds, in its order. */
function contentsOf({ order, claims, type, ...columns }: Argument) {
  const of = (names: readonly (keyof typeof columns & string)[], id: number) =>
    names.map((name) => (columns[name] as Int32Array)[id])
  return {
    claims: [...claims],
    annotations: Array.from(order, (id) => [
      id,
      ...of(['document', 'tag', 'claim', 'speaker', 'annotator', 'start', 'end'], id),
    ]),
    links: Array.from(type.keys())
      .filter((id) => type[id] !== 0)
      .map((id) => [
        id,
        type[id],
        ...of(['sourceAnnotation', 'sourceClaim', 'sourceLink'], id),
        ...of(['targetAnnotation', 'targetClaim', 'targetLink'], id),
      ]),
  }
}

test('what is committed between any two pieces of its first reading is in it, once', {
  timeout: 60_000,
}, async () => {
  const furnishing = anyStep.map((step) => ({ ...step, names: furniture }))
  const change = fc.tuple(
    fc.nat(12),
    fc.oneof(
      { weight: 2, arbitrary: anyStep.map((step) => ({ kind: 'do' as const, step })) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(anyStep, fc.constantFrom<GestureName>('addAnnotation', 'deleteAnnotation', 'addLink'))
          .map(([step, name]) => ({ kind: 'do' as const, step: { ...step, names: [name] } })),
      },
      { weight: 1, arbitrary: fc.constantFrom({ kind: 'undo' as const }, { kind: 'redo' as const }) },
    ),
  )
  await fc.assert(
    fc.asyncProperty(furnishing, fc.array(change, { maxLength: 4 }), async (first, changes) => {
      const { project } = testSession()
      perform(project, first)
      const reading = createLiveArgument(project, 2, 0)
      const asked = reading.now()
      for (const [wait, one] of changes) {
        for (let rest = 0; rest < wait; rest++) await setTimeout(0)
        if (one.kind === 'do') perform(project, one.step)
        else project.history[one.kind]()
      }
      await asked
      expect(contentsOf(await reading.now())).toEqual(contentsOf(await createLiveArgument(project).now()))
      project.close()
    }),
    { numRuns: 25 },
  )
})
