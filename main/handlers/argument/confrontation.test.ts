import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { ClaimSummary } from '../../../preload/contract/claim.ts'
import type { ConfrontationChoice } from '../../../preload/contract/confrontation.ts'
import type { AnnotationId, ClaimId, DocumentId, LinkId } from '../../../preload/contract/ids.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

const all: ConfrontationChoice = { order: 'date', show: 'all', only: null }
const words = Array.from({ length: 40 }, (_, i) => `word${i}`.padEnd(9)).join(' ')

let app: TestSession
let first: DocumentId
let second: DocumentId
let undated: DocumentId

beforeEach(() => {
  app = testSession()
  undated = addDocument(app.project, `${words} Undated`, { title: 'Undated', metadata: { author: 'Bo' } })
  second = addDocument(app.project, `${words} Second`, {
    title: 'Second',
    metadata: { date: '2021-06', outlet: 'Post' },
  })
  first = addDocument(app.project, `${words} First`, {
    title: 'First',
    metadata: { date: '2021-05-03', author: 'Cy' },
  })
})

/** Tags the word of that number. */
const tag = async (documentId: DocumentId, word: number, name = 'Claim'): Promise<AnnotationId> => {
  const tagId = (await app.ask('tag.list')).find((one) => one.name === name)!.id
  const spans = [{ start: word * 10, end: word * 10 + 5 }]
  return (await app.ask('annotation.create', { documentId, tagId, spans })).id
}
const link = async (uid: string, source: LinkEnd, target: LinkEnd): Promise<LinkId> => {
  const type = (await app.ask('linkType.list')).find((one) => one.uid === uid)!
  return (await app.ask('link.create', { linkTypeId: type.id, source, target })).id
}
const state = async (annotationIds: AnnotationId[], statement: string): Promise<ClaimId> =>
  (await app.ask('claim.state', { annotationIds, claim: { statement } })).claim.id

/** Each claim with its answers, and theirs in brackets. */
async function drawn(choice: Partial<ConfrontationChoice> = {}): Promise<string[]> {
  const asked = { ...all, ...choice }
  const { claim, start, answer, by, further } = await app.ask('confrontation.columns', asked)
  const below = async (one: number, giver: number, count: number, path: number[]): Promise<string> => {
    const more = await app.ask('confrontation.further', { answer: one, order: asked.order })
    expect(more.answer.length).toBe(count)
    const again = path.includes(giver)
    const inner = again
      ? []
      : await Promise.all(
          [...more.answer].map((each, i) => below(each, more.by[i]!, more.further[i]!, [...path, giver])),
        )
    return `${one}${again && count > 0 ? '…' : ''}${inner.length > 0 ? `(${inner.join(' ')})` : ''}`
  }
  return Promise.all(
    [...claim].map(async (thing, row) => {
      const answers = []
      for (let at = start[row]!; at < start[row + 1]!; at++)
        answers.push(await below(answer[at]!, by[at]!, further[at]!, [thing]))
      return `${thing}: ${answers.join(' ')}`.trim()
    }),
  )
}

describe('what stands left and right', () => {
  test('claims stand left with or without an answer, answers right, answers to these below them', async () => {
    const claim = await tag(first, 0)
    const alone = await tag(first, 1)
    const rebuttal = await tag(second, 0, 'Rebuttal')
    const reply = await tag(undated, 0, 'Rebuttal')
    const rebuts = await link('rebuts', { annotation: rebuttal }, { annotation: claim })
    const back = await link('rebuts', { annotation: reply }, { annotation: rebuttal })
    const undercut = await link('undercuts', { annotation: alone }, { link: rebuts })
    expect(await drawn()).toEqual([`${-claim}: ${rebuts}(${undercut} ${back})`, `${-alone}:`])
    expect(await drawn({ show: 'unanswered' })).toEqual([`${-alone}:`])
    expect(await drawn({ show: 'answered' })).toHaveLength(1)
    expect(await drawn({ only: -alone })).toEqual([`${-alone}:`])
  })

  test('links of the mentions count for their claim, which stands left once', async () => {
    const [one, other] = [await tag(first, 0), await tag(second, 3)]
    const claim = await state([one, other], 'It pays.')
    const rebuttal = await tag(undated, 1, 'Rebuttal')
    const onMention = await link('rebuts', { annotation: rebuttal }, { annotation: other })
    const onClaim = await link('rebuts', { annotation: rebuttal }, { claim })
    expect(await drawn()).toEqual([`${claim}: ${onMention} ${onClaim}`])
    const { claims } = await app.ask('confrontation.details', { claims: [claim], answers: [] })
    expect(claims).toMatchObject([{ words: 'It pays.', mentions: 2, passage: { id: one, title: 'First' } }])
  })

  test('of a symmetric type either end answers the other, and it does not say the same back', async () => {
    const [one, other] = [await tag(first, 0), await tag(second, 0)]
    const counter = await link('counter-claim', { annotation: one }, { annotation: other })
    expect(await drawn()).toEqual([`${-one}: ${-counter}`, `${-other}: ${counter}`])
  })

  test('what attacks a support answers what is supported, although nothing stands against that itself', async () => {
    const claim = await tag(first, 0)
    const premise = await tag(first, 2, 'Premise')
    const attacker = await tag(second, 0, 'Rebuttal')
    const support = await link('supports', { annotation: premise }, { annotation: claim })
    const undercut = await link('undercuts', { annotation: attacker }, { link: support })
    expect(await drawn()).toEqual([`${-claim}: ${undercut}`])
    expect(await drawn({ show: 'unanswered' })).toHaveLength(1)
    const { answers } = await app.ask('confrontation.details', { claims: [], answers: [undercut] })
    expect(answers).toMatchObject([
      { against: 'support', passage: { id: attacker }, to: { id: premise }, words: 'word0' },
    ])
  })

  test('an answer whose target is no claim stands left too, and so does one of a circle', async () => {
    const premise = await tag(first, 0, 'Premise')
    const attack = await tag(second, 0, 'Rebuttal')
    const undermines = await link('undermines', { annotation: attack }, { annotation: premise })
    const [round, about] = [await tag(first, 5, 'Rebuttal'), await tag(second, 5, 'Rebuttal')]
    const there = await link('rebuts', { annotation: round }, { annotation: about })
    const back = await link('rebuts', { annotation: about }, { annotation: round })
    expect(await drawn()).toEqual([`${-premise}: ${undermines}`, `${-round}: ${back}(${there}…)`])
  })

  test('they are sorted by document, date or speaker, what has none last, implicit claims at the end', async () => {
    const [a, b, c] = [await tag(first, 0), await tag(second, 0), await tag(undated, 0)]
    const implicit = (await app.ask('claim.create', { statement: 'Taken for granted.' })).id
    const orders = { document: [c, b, a], date: [a, b, c], speaker: [c, a, b] }
    for (const [order, expected] of Object.entries(orders) as ['date', AnnotationId[]][]) {
      expect(await drawn({ order })).toEqual([...expected.map((id) => `${-id}:`), `${implicit}:`])
    }
    await app.ask('annotation.update', { id: b, change: { speakerName: 'Ann' } })
    expect((await drawn({ order: 'speaker' }))[0]).toBe(`${-b}:`)
  })

  test('an author who is in the register under another name is called and sorted as there', async () => {
    const [a, b] = [await tag(first, 0), await tag(undated, 0)]
    await app.ask('speaker.create', { name: 'Ann Cyr', variants: ['cy'] })
    expect(await drawn({ order: 'speaker' })).toEqual([`${-a}:`, `${-b}:`])
    const { claims } = await app.ask('confrontation.details', { claims: [-a, -b], answers: [] })
    expect(claims.map(({ passage }) => passage?.speaker)).toEqual(['Ann Cyr', 'Bo'])
  })

  test('it follows changes and their undoing', async () => {
    const claim = await tag(first, 0)
    const rebuttal = await tag(second, 0, 'Rebuttal')
    expect(await drawn()).toEqual([`${-claim}:`])
    const rebuts = await link('rebuts', { annotation: rebuttal }, { annotation: claim })
    expect(await drawn()).toEqual([`${-claim}: ${rebuts}`])
    await app.ask('history.undo')
    expect(await drawn()).toEqual([`${-claim}:`])
    expect(await app.ask('confrontation.find', { annotation: claim })).toBe(-claim)
    expect(await app.ask('confrontation.find', { annotation: rebuttal })).toBeNull()
  })
})

test('whatever is linked, every attack is found from the left and a claim is answered as everywhere else', async () => {
  const end = fc.record({ kind: fc.constantFrom('annotation', 'claim', 'link'), at: fc.nat(20) })
  const type = fc.constantFrom('rebuts', 'undercuts', 'counter-claim', 'supports', 'concedes')
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom('Claim', 'Rebuttal'), fc.option(fc.nat(2))), {
        minLength: 2,
        maxLength: 7,
      }),
      fc.array(fc.tuple(type, end, end), { maxLength: 9 }),
      async (passages, wanted) => {
        app = testSession()
        const documentId = addDocument(app.project, words, { title: 'D' })
        const annotations: AnnotationId[] = []
        const claims: ClaimId[] = []
        for (const statement of ['A', 'B', 'C'])
          claims.push((await app.ask('claim.create', { statement })).id)
        for (const [i, [name, claim]] of passages.entries()) {
          const id = await tag(documentId, i, name)
          annotations.push(id)
          if (claim !== null) await app.ask('annotation.update', { id, change: { claimId: claims[claim]! } })
        }
        const links: { id: LinkId; uid: string; target: LinkEnd }[] = []
        const toEnd = ({ kind, at }: { kind: string; at: number }): LinkEnd | undefined => {
          if (kind === 'claim') return { claim: claims[at % 3]! }
          if (kind === 'link') {
            const one = links[at % Math.max(1, links.length)]
            return one && { link: one.id }
          }
          return { annotation: annotations[at % annotations.length]! }
        }
        for (const [uid, from, to] of wanted) {
          const [source, target] = [toEnd(from), toEnd(to)]
          if (!source || !target) continue
          const id = await link(uid, source, target).catch(() => undefined)
          if (id !== undefined) links.push({ id, uid, target })
        }

        const columns = await app.ask('confrontation.columns', all)
        const found = new Set<number>()
        const open = [...columns.answer]
        for (let answer = open.pop(); answer !== undefined; answer = open.pop()) {
          if (found.has(answer)) continue
          found.add(answer)
          open.push(...(await app.ask('confrontation.further', { answer, order: 'date' })).answer)
        }
        const attacks = links.filter(({ uid }) => !['supports', 'concedes'].includes(uid))
        for (const { id, target } of attacks) {
          const isOntoLink = 'link' in target
          if (!isOntoLink) expect([...found].map(Math.abs)).toContain(id)
        }

        const summaries: ClaimSummary[] = JSON.parse(await app.ask('claim.packed'))
        for (const { id, answered } of summaries) {
          const row = columns.claim.indexOf(id)
          expect(row).toBeGreaterThanOrEqual(0)
          expect(columns.answered[row] === 1).toBe(answered)
        }
        const { answers } = await app.ask('confrontation.details', { claims: [], answers: [...found] })
        expect(answers.length).toBe(found.size)
      },
    ),
    { numRuns: 25 },
  )
})
