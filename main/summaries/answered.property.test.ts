import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { OpenProject } from '../../db/open-project.ts'
import { testFolder } from '../../db/testing/folder.ts'
import { anyStep, type GestureName, perform } from '../../db/testing/gestures.ts'
import type { AnnotationBrief, Sought } from '../../preload/contract/annotation.ts'
import type { ClaimSummary } from '../../preload/contract/claim.ts'
import type { ConfrontationChoice } from '../../preload/contract/confrontation.ts'
import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { Changed } from '../../preload/contract/events.ts'
import { noFilter } from '../../preload/contract/filter.ts'
import type { AnnotationId, ClaimId, DocumentId } from '../../preload/contract/ids.ts'
import type { LinkEnd } from '../../preload/contract/link.ts'
import { isAgainst } from '../../preload/contract/link-type.ts'
import { readCsv } from '../import/table/csv.ts'
import { type TestSession, testSession } from '../testing/session.ts'

const path = testFolder()

/**
 * What is answered, slowly and by definition: a claim is where a link against something ends at it or at one of its
 * mentions, a passage where the claim that it states is or, if it states none, where such a link ends at it. Of a
 * symmetric type both ends of the link are what it is against.
 */
function plainly({ repositories }: OpenProject) {
  const { annotations, claims, documents, linkTypes, links, tags } = repositories
  const attacked = links.list().flatMap(({ linkTypeId, source, target }) => {
    const type = linkTypes.list().find(({ id }) => id === linkTypeId)!
    return isAgainst(type) ? [target, ...(type.symmetric ? [source] : [])] : []
  })
  const passages = documents.list().flatMap(({ id }) => annotations.listByDocument(id))
  const isHit = (end: LinkEnd) =>
    attacked.some((one) =>
      'claim' in end
        ? 'claim' in one && one.claim === end.claim
        : 'annotation' in end && 'annotation' in one && one.annotation === end.annotation,
    )
  const isAnsweredClaim = (claim: ClaimId): boolean =>
    isHit({ claim }) || passages.some(({ id, claimId }) => claimId === claim && isHit({ annotation: id }))
  const isAnswered = ({ id, claimId }: Pick<AnnotationBrief, 'id' | 'claimId'>): boolean =>
    claimId === null ? isHit({ annotation: id }) : isAnsweredClaim(claimId)
  const isClaim = ({ tagId }: Pick<AnnotationBrief, 'tagId'>) => tags.roles().get(tagId) === 'claim'
  return { passages, claims: claims.list().map(({ id }) => id), isAnsweredClaim, isAnswered, isClaim }
}

const sorted = (ids: Iterable<number>) => [...ids].sort((a, b) => a - b)

/** Each view that counts or lists what is answered, asked as the window asks it. */
async function expectAllToAgree({ ask, project }: TestSession, run: number): Promise<void> {
  const { passages, claims, isAnswered, isAnsweredClaim, isClaim } = plainly(project)
  const tagged = passages.filter(isClaim)
  const open = tagged.filter((one) => !isAnswered(one))
  const openClaims = claims.filter((id) => !isAnsweredClaim(id))

  // Claims: their list, cards and time, the work list and the map.
  const packed: ClaimSummary[] = JSON.parse(await ask('claim.packed'))
  expect(packed.flatMap(({ id, answered }) => (answered ? [] : id))).toEqual(openClaims)
  for (const id of claims) expect((await ask('claim.card', { id })).answered).toBe(isAnsweredClaim(id))
  const list = { list: 'unanswered', filter: noFilter, after: '', order: 'project' } as const
  expect([...(await ask('workList.entries', list))]).toEqual(openClaims)
  expect((await ask('workList.counts', { filter: noFilter, after: '' }))[0]).toBe(openClaims.length)
  const lives = await ask('timeline.lives')
  expect([...lives.claim].filter((_, row) => lives.answers[row] === 0)).toEqual(openClaims)
  const map = await ask('argumentMap.get', { claims: [], depth: 1, passages: true })
  for (const { claim, passage, answered } of map.nodes) {
    const of = passages.find(({ id }) => id === passage?.id)
    expect(answered).toBe(claim ? isAnsweredClaim(claim) : isAnswered(of!))
  }

  // The confrontation, on the screen and as a table: claims, and passages tagged as one that state none.
  const left = sorted([...openClaims, ...open.flatMap(({ id, claimId }) => (claimId === null ? [-id] : []))])
  const choice: ConfrontationChoice = { order: 'document', show: 'unanswered', only: null }
  const shown = await ask('confrontation.columns', choice)
  expect(sorted(shown.claim)).toEqual(left)
  expect(shown.unanswered).toBe(left.length)
  const copy = { ...choice, depth: 1 }
  const to = path(`${run}.csv`)
  await ask('confrontation.write', { task: 'copy', copy, format: 'csv', to, replace: true })
  const [head, ...rows] = readCsv(readFileSync(to, 'utf8').replace('\ufeff', ''), ',')
  const uids = new Set(rows.map((row) => row[head!.indexOf('claim_id')]))
  const { repositories } = project
  const uidOf = (thing: number) =>
    thing > 0
      ? repositories.claims.get(thing as ClaimId).uid
      : repositories.annotations.get(-thing as AnnotationId).uid
  expect(uids).toEqual(new Set(left.map(uidOf)))

  // The overview.
  const counts = await ask('overview.counts')
  expect([counts.all.claims, counts.all.unanswered]).toEqual([tagged.length, open.length])
  for (const { id, unanswered } of counts.tags)
    expect(unanswered).toBe(open.filter(({ tagId }) => tagId === id).length)
  for (const { id, unanswered } of counts.speakers)
    expect(unanswered).toBe(open.filter(({ speakerId }) => speakerId === id).length)
  for (const { id, unanswered } of counts.annotators)
    expect(unanswered).toBe(open.filter(({ annotatorId }) => annotatorId === id).length)
  const listed = await ask('overview.list', { of: 'passages', state: 'unanswered' })
  expect(sorted(listed)).toEqual(sorted(open.map(({ id }) => id)))

  // Documents: their list and table, the rail and the margin of each, and going to the next.
  const columns = await ask('document.counts')
  for (const [row, document] of (await ask('document.list')).entries()) {
    expect([columns.document[row], columns.claims[row], columns.unanswered[row]]).toEqual([
      document.id,
      document.claims,
      document.unanswered,
    ])
    const own = passages.filter(({ documentId }) => documentId === document.id)
    const openHere = open.filter(({ documentId }) => documentId === document.id)
    expect([document.annotations, document.claims, document.unanswered]).toEqual([
      own.length,
      own.filter(isClaim).length,
      openHere.length,
    ])
    const marks = await ask('link.marks', { documentId: document.id })
    const marked = [...marks.annotation].filter((_, row) => marks.answered[row] === 1)
    expect(sorted(marked)).toEqual(sorted(own.filter(isAnswered).map(({ id }) => id)))
    const sought: Sought = { kind: 'unanswered' }
    const next = await ask('annotation.seek', {
      documentId: document.id,
      from: { offset: 0 },
      sought,
      step: 1,
    })
    expect(next === null).toBe(openHere.length === 0)
    if (next) expect(openHere.map(({ id }) => id)).toContain(next.id)
  }
}

/** Brings what a window shows up to date with a change, and nothing else. */
class Mirror {
  readonly #app: TestSession
  documents: DocumentSummary[] = []
  claims: ClaimSummary[] = []
  marks = new Map<DocumentId, Awaited<ReturnType<typeof marksOf>>>()

  constructor(app: TestSession) {
    this.#app = app
  }

  async follow({ annotations, claims, documents, links, lists }: Changed): Promise<void> {
    const { ask } = this.#app
    const now = await ask('document.list')
    const same = (id: DocumentId) => documents !== null && !documents.includes(id)
    this.documents = now.map((one) => (same(one.id) && this.documents.find(({ id }) => id === one.id)) || one)
    const all: ClaimSummary[] = JSON.parse(await ask('claim.packed'))
    const touched = [...claims.upserted, ...claims.removed]
    const anew = annotations === null || lists.includes('link-type')
    this.claims = all.map(
      (one) => (!anew && !touched.includes(one.id) && this.claims.find(({ id }) => id === one.id)) || one,
    )
    const linked = links.upserted.length + links.removed.length + touched.length > 0
    for (const { id } of now)
      if (anew || linked || !this.marks.has(id)) this.marks.set(id, await marksOf(this.#app, id))
  }
}

const marksOf = ({ ask }: TestSession, documentId: DocumentId) => ask('link.marks', { documentId })

/** Few enough links that most claims wait for the answer that changes them. */
const furniture = [
  ['addAnnotator', 'addDocument', 'addDocument', 'addSpeaker'],
  ['addClaim', 'addClaim', 'addClaim', 'addClaim'],
  Array.from({ length: 8 }, () => 'addAnnotation'),
  ['addLink', 'addLink'],
] as GestureName[][]
const likely = fc.constantFrom<GestureName>(
  ...([
    'addLink',
    'deleteLink',
    'changeLink',
    'addAnnotation',
    'changeAnnotation',
    'deleteAnnotation',
  ] as const),
  ...(['deleteClaim', 'deleteLinkType', 'deleteTag', 'deleteDocument'] as const),
)
const move = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(anyStep, likely).map(([step, name]) => ({ do: { ...step, names: [name] } })),
  },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'undo' as const }, { do: 'redo' as const }) },
)

test('every view says the same of what is answered, after whatever was done, undone and done again', {
  timeout: 120_000,
}, async () => {
  const starts = fc.array(anyStep, { minLength: furniture.length, maxLength: furniture.length })
  let run = 0
  await fc.assert(
    fc.asyncProperty(starts, fc.array(move, { minLength: 2, maxLength: 6 }), async (first, moves) => {
      const app = testSession()
      const mirror = new Mirror(app)
      for (const [at, names] of furniture.entries()) perform(app.project, { ...first[at]!, names })
      await mirror.follow({ ...app.latestChange(), annotations: null, documents: null })
      await expectAllToAgree(app, run++)
      for (const one of moves) {
        const told = app.events.length
        if (one.do === 'undo' || one.do === 'redo') app.project.history[one.do]()
        else perform(app.project, one.do)
        for (const event of app.events.slice(told))
          if (event.type === 'changed') await mirror.follow(event.changed)
        await expectAllToAgree(app, run++)
        expect(mirror.documents).toEqual(await app.ask('document.list'))
        expect(mirror.claims).toEqual(JSON.parse(await app.ask('claim.packed')))
        for (const [id, marks] of mirror.marks)
          if (mirror.documents.some((document) => document.id === id))
            expect(marks).toEqual(await marksOf(app, id))
      }
      await app.session.close()
    }),
    { numRuns: 25, endOnFailure: true },
  )
})
