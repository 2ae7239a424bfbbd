import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { AnnotationId, ClaimId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import type { Counted } from '../../../preload/contract/overview.ts'
import { testSession } from '../../testing/session.ts'

const projects = fc.record({
  passages: fc.array(
    fc.record({ document: fc.nat(2), tag: fc.nat(3), speaker: fc.nat(2), claim: fc.nat(2) }),
    { minLength: 1, maxLength: 10 },
  ),
  links: fc.array(fc.tuple(fc.nat(7), fc.nat(12), fc.nat(12)), { maxLength: 14 }),
  gone: fc.nat(9),
})

test('every number is that of what it leads to, and the same as elsewhere in the window', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(projects, async ({ passages, links, gone }) => {
      const app = testSession()
      const documents = ['abcdefghijkl', 'bcdefghijklm', 'cdefghijklmn'].map((text) =>
        addDocument(app.project, text),
      )
      const tags = await app.ask('tag.list')
      const types = await app.ask('linkType.list')
      const [pays, never] = [
        await app.ask('claim.create', { statement: 'pays' }),
        await app.ask('claim.create', { statement: 'never' }),
      ]
      const states: (ClaimId | null)[] = [null, pays.id, never.id]
      const made: AnnotationId[] = []
      // Asked before anything is there, so that all the rest is followed.
      expect((await app.ask('overview.counts')).all.passages).toBe(0)
      for (const [at, { document, tag, speaker, claim }] of passages.entries()) {
        const { id } = await app.ask('annotation.create', {
          documentId: documents[document]!,
          tagId: tags[tag % tags.length]!.id,
          spans: [{ start: at, end: at + 1 }],
        })
        const change = { speakerName: ['', 'Ada', 'Ben'][speaker]!, claimId: states[claim]! }
        await app.ask('annotation.update', { id, change })
        made.push(id)
      }
      const ends: LinkEnd[] = [
        ...made.map((annotation) => ({ annotation })),
        { claim: pays.id },
        { claim: never.id },
      ]
      for (const [type, from, to] of links) {
        const source = ends[from % ends.length]!
        const target = ends[to % ends.length]!
        const linkTypeId = types[type % types.length]!.id
        await app.ask('link.create', { linkTypeId, source, target }).catch(() => null)
      }
      if (gone < made.length) await app.ask('annotation.delete', { ids: [made[gone]!] })
      const { all, links: linkCount, across, ...by } = await app.ask('overview.counts')
      const lengthOf = async (asked: Counted) => (await app.ask('overview.list', asked)).length
      const passagesOf = (asked: object) => lengthOf({ of: 'passages', state: 'any', ...asked })

      expect(await passagesOf({})).toBe(all.passages)
      expect(await passagesOf({ state: 'claims' })).toBe(all.claims)
      expect(await passagesOf({ state: 'unanswered' })).toBe(all.unanswered)
      expect(await passagesOf({ state: 'answered' })).toBe(all.claims - all.unanswered)
      expect(await passagesOf({ state: 'without-card' })).toBe(all.withoutCard)
      expect(await passagesOf({ state: 'unlinked' })).toBe(all.unlinked)
      expect(await passagesOf({ state: 'awaiting' })).toBe(await app.ask('overview.awaiting'))
      for (const { id, passages, unanswered } of by.tags) {
        expect(await passagesOf({ tagId: id })).toBe(passages)
        expect(await passagesOf({ tagId: id, state: 'unanswered' })).toBe(unanswered)
      }
      for (const { id, passages, claims } of by.speakers) {
        expect(await passagesOf({ speakerId: id })).toBe(passages)
        expect(await passagesOf({ speakerId: id, state: 'claims' })).toBe(claims)
      }
      for (const { id, passages } of by.annotators)
        expect(await passagesOf({ annotatorId: id })).toBe(passages)
      expect(await lengthOf({ of: 'links', across: false })).toBe(linkCount)
      expect(await lengthOf({ of: 'links', across: true })).toBe(across)
      for (const { id, links } of by.linkTypes)
        expect(await lengthOf({ of: 'links', linkTypeId: id, across: false })).toBe(links)

      for (const { id, annotations, claims, unanswered } of await app.ask('document.list')) {
        expect(await passagesOf({ documentId: id })).toBe(annotations)
        expect(await passagesOf({ documentId: id, state: 'claims' })).toBe(claims)
        expect(await passagesOf({ documentId: id, state: 'unanswered' })).toBe(unanswered)
      }
    }),
    { numRuns: 40 },
  )
})

test('passages are listed by date, then in the order of the documents and of their text', async () => {
  const app = testSession()
  const [one, two] = [addDocument(app.project, 'abcdef'), addDocument(app.project, 'ghijkl')]
  await app.ask('document.move', { ids: [two], beforeId: one })
  const tagId = (await app.ask('tag.list'))[0]!.id
  await app.ask('tag.update', { id: tagId, change: { attributes: [{ name: 'weight', kind: 'number' }] } })
  const tag = async (documentId: typeof one, start: number) =>
    (await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end: start + 1 }] })).id
  const [late, first, early] = [await tag(one, 3), await tag(two, 5), await tag(one, 1)]
  expect([...(await app.ask('overview.list', { of: 'passages' }))]).toEqual([first, early, late])

  await app.ask('annotation.update', { id: early, change: { attributes: { weight: 1 } } })
  expect(await app.ask('overview.awaiting')).toBe(2)
  expect([...(await app.ask('overview.list', { of: 'passages', state: 'awaiting' }))]).toEqual([first, late])

  await app.ask('document.update', { id: one, change: { metadata: { date: '2021' } } })
  expect([...(await app.ask('overview.list', { of: 'passages' }))]).toEqual([early, late, first])
})

test('a link of a claim is one of its passages too', async () => {
  const app = testSession()
  const documentId = addDocument(app.project, 'abcdef')
  const tagId = (await app.ask('tag.list'))[0]!.id
  const spans = [{ start: 0, end: 1 }]
  const { id } = await app.ask('annotation.create', { documentId, tagId, spans })
  const { claim } = await app.ask('claim.state', { annotationIds: [id], claim: { statement: 'It pays' } })
  const other = await app.ask('claim.create', { statement: 'It never does' })
  expect([...(await app.ask('overview.list', { of: 'passages', state: 'unlinked' }))]).toEqual([id])
  const type = (await app.ask('linkType.list')).find(({ uid }) => uid === 'supports')!
  await app.ask('link.create', {
    linkTypeId: type.id,
    source: { claim: claim.id },
    target: { claim: other.id },
  })
  expect([...(await app.ask('overview.list', { of: 'passages', state: 'unlinked' }))]).toEqual([])
  expect((await app.ask('overview.counts')).all.unlinked).toBe(0)
})
