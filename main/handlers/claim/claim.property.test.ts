import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkProject } from '../../../db/gate/check.ts'
import { addDocument } from '../../../db/testing/documents.ts'
import { dump } from '../../../db/testing/dump.ts'
import type { ClaimSummary } from '../../../preload/contract/claim.ts'
import type { AnnotationId, ClaimId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { testSession } from '../../testing/session.ts'

const claimCount = 4
const passageCount = 6

/** Which claim each passage states (the last one none), and links between passages and claims by their numbers. */
const projects = fc.record({
  stated: fc.array(fc.nat(claimCount), { minLength: passageCount, maxLength: passageCount }),
  links: fc.array(fc.tuple(fc.nat(7), fc.nat(9), fc.nat(9)), { maxLength: 12 }),
  steps: fc.array(
    fc.record({
      merges: fc.boolean(),
      a: fc.nat(claimCount - 1),
      b: fc.nat(claimCount - 1),
      share: fc.nat(6),
    }),
    { minLength: 1, maxLength: 3 },
  ),
})

test('whatever is merged and split: what is told is what was done, nothing is lost, and undo gives it all back', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(projects, async ({ stated, links, steps }) => {
      const app = testSession()
      const documentId = addDocument(app.project, 'abcdefghijkl')
      const tagId = (await app.ask('tag.list'))[0]!.id
      const types = await app.ask('linkType.list')
      const claims: ClaimId[] = []
      for (let i = 0; i < claimCount; i++)
        claims.push((await app.ask('claim.create', { statement: `claim ${i}`, note: `note ${i}` })).id)
      const passages: AnnotationId[] = []
      for (const [i, claim] of stated.entries()) {
        const spans = [{ start: i, end: i + 1 }]
        const { id } = await app.ask('annotation.create', { documentId, tagId, spans })
        passages.push(id)
        const of = claims[claim]
        if (of !== undefined) await app.ask('claim.state', { annotationIds: [id], claim: { id: of } })
      }
      const ends: LinkEnd[] = [
        ...passages.map((annotation) => ({ annotation })),
        ...claims.map((claim) => ({ claim })),
      ]
      for (const [type, source, target] of links) {
        await app
          .ask('link.create', { linkTypeId: types[type]!.id, source: ends[source]!, target: ends[target]! })
          .catch(() => undefined)
      }

      const { repositories } = app.project
      const counts = () => {
        const all = repositories.claims.list()
        return {
          mentions: all.reduce((sum, one) => sum + one.mentions, 0),
          links: repositories.links.count(),
        }
      }
      for (const { merges, a, b, share } of steps) {
        const before = dump(app.project.database)
        const counted = counts()
        const there = repositories.claims.list()
        const [one, other] = [there[a % there.length]!, there[b % there.length]!]
        if (merges && one.id !== other.id) {
          const request = { ids: [one.id], into: other.id }
          const told = await app.ask('claim.previewMerge', request)
          const done = await app.ask('claim.merge', request)
          expect(done).toEqual(told)
          expect(counts()).toEqual({
            mentions: counted.mentions,
            links: counted.links - done.loops.length - done.doubles.length - done.linksOnto,
          })
        } else {
          const mentions = repositories.annotations.idsByClaim(one.id).slice(0, share)
          if (mentions.length === 0) continue
          const request = { id: one.id, mentions, statement: 'split' }
          const told = await app.ask('claim.previewSplit', request)
          const done = await app.ask('claim.split', request)
          expect({ ...done, id: null }).toEqual(told)
          expect(counts()).toEqual(counted)
        }
        const all = JSON.parse(await app.ask('claim.packed'))
        expect(await app.ask('claim.summaries', { ids: all.map(({ id }: ClaimSummary) => id) })).toEqual(all)
        expect(checkProject(app.project.database)).toEqual([])
        const after = dump(app.project.database)
        await app.ask('history.undo')
        expect(dump(app.project.database)).toEqual(before)
        await app.ask('history.redo')
        expect(dump(app.project.database)).toEqual(after)
      }
      app.project.close()
    }),
    { numRuns: 40 },
  )
})
