import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { Sought } from '../../../preload/contract/annotation.ts'
import type { AnnotationId, DocumentId, TagId } from '../../../preload/contract/ids.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let first: DocumentId
let second: DocumentId
let [claim, rebuttal, premise]: TagId[] = []

beforeEach(async () => {
  app = testSession()
  first = addDocument(app.project, 'x'.repeat(100), { title: 'First' })
  second = addDocument(app.project, 'y'.repeat(100), { title: 'Second' })
  ;[claim, rebuttal, premise] = (await app.ask('tag.list')).map(({ id }) => id)
})

async function annotate(
  start: number,
  tagId: TagId,
  documentId = first,
  end = start + 3,
): Promise<AnnotationId> {
  return (await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end }] })).id
}
const seek = (sought: Sought, offset: number, step: 1 | -1 = 1, hidden: TagId[] = []) =>
  app.ask('annotation.seek', { documentId: first, from: { offset }, sought, step, hidden })
const seekFrom = (sought: Sought, annotation: AnnotationId, step: 1 | -1 = 1) =>
  app.ask('annotation.seek', { documentId: first, from: { annotation }, sought, step })
const link = async (type: string, source: AnnotationId, target: AnnotationId) => {
  const { id } = (await app.ask('linkType.list')).find(({ name }) => name === type)!
  await app.ask('link.create', {
    linkTypeId: id,
    source: { annotation: source },
    target: { annotation: target },
  })
}

test('the next of a tag is found from an offset and from an annotation, round at the ends', async () => {
  const sought = { kind: 'tag', tagId: claim! } as const
  const a = await annotate(10, claim!)
  await annotate(20, rebuttal!)
  const b = await annotate(30, claim!)
  expect(await seek(sought, 0)).toEqual({ id: a, round: false, awaits: [] })
  expect(await seek(sought, 11)).toMatchObject({ id: b })
  expect(await seek(sought, 10, -1)).toEqual({ id: b, round: true, awaits: [] })
  expect(await seekFrom(sought, a)).toMatchObject({ id: b, round: false })
  expect(await seekFrom(sought, b)).toMatchObject({ id: a, round: true })
  expect(await seekFrom(sought, b, -1)).toMatchObject({ id: a, round: false })
  expect(await seek({ kind: 'tag', tagId: premise! }, 0)).toBeNull()
  expect(await seek({ kind: 'any' }, 0, 1, [claim!])).not.toMatchObject({ id: a })
})

test('the only one of its kind has no other', async () => {
  const a = await annotate(10, claim!)
  await annotate(20, rebuttal!)
  expect(await seekFrom({ kind: 'tag', tagId: claim! }, a)).toBeNull()
  expect(await seekFrom({ kind: 'tag', tagId: rebuttal! }, a)).toMatchObject({ round: false })
})

test('what has no link, and claims that nothing stands against', async () => {
  const a = await annotate(10, claim!)
  const b = await annotate(20, claim!)
  const c = await annotate(30, rebuttal!)
  const d = await annotate(40, premise!)
  await link('rebuts', c, b)
  await link('supports', d, a)
  const e = await annotate(50, premise!)
  expect(await seek({ kind: 'unlinked' }, 0)).toMatchObject({ id: e, round: false })
  expect(await seekFrom({ kind: 'unlinked' }, e)).toBeNull()
  expect(await seek({ kind: 'unanswered' }, 0)).toMatchObject({ id: a })
  expect(await seekFrom({ kind: 'unanswered' }, a)).toBeNull()
})

test('a passage has a link when the claim that it states has one, as the overview counts it', async () => {
  const [stated, restated, lone] = [
    await annotate(10, claim!),
    await annotate(20, claim!),
    await annotate(30, claim!),
  ]
  const annotationIds = [stated, restated]
  const told = await app.ask('claim.state', { annotationIds, claim: { statement: 'It is so.' } })
  expect(await seek({ kind: 'unlinked' }, 0)).toMatchObject({ id: stated })
  await app.ask('link.create', {
    linkTypeId: (await app.ask('linkType.list')).find(({ name }) => name === 'rebuts')!.id,
    source: { annotation: await annotate(40, rebuttal!) },
    target: { claim: told.claim.id },
  })
  expect(await seek({ kind: 'unlinked' }, 0)).toMatchObject({ id: lone })
  expect(await seekFrom({ kind: 'unlinked' }, lone)).toBeNull()
  expect((await app.ask('overview.counts')).all.unlinked).toBe(1)
})

test('what waits for a required attribute or, where none is required, for any', async () => {
  const text = (name: string, required: boolean) => ({ name, kind: 'text' as const, values: [], required })
  await app.ask('tag.update', {
    id: claim!,
    change: { attributes: [text('source', true), text('remark', false)] },
  })
  await app.ask('tag.update', { id: premise!, change: { attributes: [text('kind', false)] } })
  const a = await annotate(10, claim!)
  const b = await annotate(20, rebuttal!)
  const c = await annotate(30, premise!)
  const sought = { kind: 'awaiting' } as const
  expect(await seek(sought, 0)).toEqual({ id: a, round: false, awaits: ['source'] })
  expect(await seekFrom(sought, b)).toEqual({ id: c, round: false, awaits: ['kind'] })
  await app.ask('annotation.update', { id: a, change: { attributes: { source: 'page 3' } } })
  expect(await seekFrom(sought, c)).toBeNull()
})

test('the next document that has one, round the project', async () => {
  const third = addDocument(app.project, 'z'.repeat(100), { title: 'Third' })
  const elsewhere = (documentId: DocumentId, sought: Sought, step: 1 | -1 = 1) =>
    app.ask('annotation.seekElsewhere', { documentId, sought, step })
  const a = await annotate(10, claim!)
  const b = await annotate(5, claim!, third)
  const c = await annotate(60, claim!, third)
  expect(await elsewhere(first, { kind: 'any' })).toEqual({ documentId: third, id: b })
  expect(await elsewhere(first, { kind: 'any' }, -1)).toEqual({ documentId: third, id: c })
  expect(await elsewhere(third, { kind: 'any' })).toEqual({ documentId: first, id: a })
  expect(await elsewhere(second, { kind: 'tag', tagId: premise! })).toBeNull()
})

test('going on and on meets each once, in reading order, and going back the same backwards', async () => {
  const stretches = fc.uniqueArray(fc.tuple(fc.nat(20), fc.integer({ min: 1, max: 8 })), {
    maxLength: 8,
    selector: String,
  })
  await fc.assert(
    fc.asyncProperty(stretches, fc.nat(30), async (list, offset) => {
      const made: { id: AnnotationId; start: number; end: number }[] = []
      for (const [start, length] of list) {
        const end = start + length
        made.push({ id: await annotate(start, claim!, first, end), start, end })
      }
      const ordered = made.toSorted((x, y) => x.start - y.start || y.end - x.end || x.id - y.id)
      for (const step of [1, -1] as const) {
        const inStep = step > 0 ? ordered : ordered.toReversed()
        const beyond = inStep.findIndex(({ start }) => (step > 0 ? start >= offset : start < offset))
        const fromHere = beyond < 0 ? inStep : [...inStep.slice(beyond), ...inStep.slice(0, beyond)]
        const met: AnnotationId[] = []
        let next = await app.ask('annotation.seek', {
          documentId: first,
          from: { offset },
          sought: { kind: 'any' },
          step,
        })
        while (next && !met.includes(next.id)) {
          met.push(next.id)
          next = await seekFrom({ kind: 'any' }, next.id, step)
        }
        expect(met).toEqual(fromHere.map(({ id }) => id))
      }
      if (made.length > 0) await app.ask('annotation.delete', { ids: made.map(({ id }) => id) })
    }),
    { numRuns: 60 },
  )
})
