import { expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import { mostNodes } from '../../../preload/contract/argument-map.ts'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

const linkIn = async (app: TestSession, uid: string, source: LinkEnd, target: LinkEnd) => {
  const type = (await app.ask('linkType.list')).find((one) => one.uid === uid)!
  return (await app.ask('link.create', { linkTypeId: type.id, source, target })).id
}

test('a map has a claim, what is so many links away from it, and the links onto links', async () => {
  const app = testSession()
  const documentId = addDocument(app.project, 'abcdefghijkl')
  const tagId = (await app.ask('tag.list'))[0]!.id
  const tag = async (start: number) =>
    (await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end: start + 1 }] })).id
  const [a, b, c] = [await tag(0), await tag(2), await tag(4)]
  const stated = async (ids: (typeof a)[], statement: string) =>
    (await app.ask('claim.state', { annotationIds: ids, claim: { statement } })).claim.id
  const pays = await stated([a, b], 'It pays.')
  const never = (await app.ask('claim.create', { statement: 'It never does.' })).id
  const far = (await app.ask('claim.create', { statement: 'Far away.' })).id
  const rebuts = await linkIn(app, 'rebuts', { claim: never }, { annotation: a })
  const again = await linkIn(app, 'rebuts', { claim: never }, { claim: pays })
  await linkIn(app, 'restates', { annotation: a }, { annotation: b })
  await linkIn(app, 'undercuts', { annotation: c }, { link: again })
  await linkIn(app, 'supports', { claim: far }, { annotation: c })

  const near = await app.ask('argumentMap.get', { claims: [pays], depth: 1 })
  expect(near.nodes).toMatchObject([
    { key: `c${pays}`, text: 'It pays.', mentions: 2, answered: true, beyond: 0 },
    { key: `c${never}`, beyond: 0 },
    { key: `p${c}`, passage: { id: c }, text: 'e', beyond: 1 },
  ])
  expect(near.links).toMatchObject([
    { key: `l${rebuts}`, source: `c${never}`, target: `c${pays}`, links: [rebuts, again] },
    { source: `p${c}`, target: `l${rebuts}` },
  ])
  const wide = await app.ask('argumentMap.get', { claims: [pays], depth: 2 })
  expect(wide.nodes.map(({ key }) => key)).toContain(`c${far}`)
  const all = await app.ask('argumentMap.get', {})
  expect([all.nodes.length, all.passagesLeftOut]).toEqual([4, 0])

  // Two passages that are linked with each other and state no claim.
  const [d, e] = [await tag(6), await tag(8)]
  await linkIn(app, 'rebuts', { annotation: d }, { annotation: e })
  await app.ask('annotation.update', { id: d, change: { speakerName: 'Ada' } })
  const still = await app.ask('argumentMap.get', {})
  expect([still.nodes.length, still.passagesLeftOut]).toEqual([4, 2])
  const whole = await app.ask('argumentMap.get', { passages: true })
  expect([whole.nodes.length, whole.passagesLeftOut]).toEqual([6, 0])
  expect(whole.nodes.find(({ key }) => key === `p${d}`)!.first).toMatchObject({ speaker: 'Ada' })
  expect(whole.nodes.map(({ first }) => first !== null)).toEqual([true, false, false, true, true, true])
})

test('a map that would be too large says how much it leaves out', async () => {
  const app = testSession()
  for (let at = 0; at < mostNodes + 5; at++) await app.ask('claim.create', { statement: `claim ${at}` })
  const ids = (await app.ask('claim.list')).map(({ id }) => id).toSorted((one, other) => one - other)
  const [first, last] = [ids[0]!, ids.at(-1)!]
  await linkIn(app, 'rebuts', { claim: last }, { claim: ids.at(-2)! })
  const { nodes, links, leftOut } = await app.ask('argumentMap.get', {})
  expect([nodes.length, leftOut]).toEqual([mostNodes, 5])
  expect(links).toHaveLength(1)
  expect(nodes.slice(0, 3).map(({ claim }) => claim)).toEqual([ids.at(-2), last, first])
})

test('a map of a project without a claim has the passages that are linked', async () => {
  const app = testSession()
  const documentId = addDocument(app.project, 'abcdef')
  const tagId = (await app.ask('tag.list'))[0]!.id
  const tag = async (start: number) =>
    (await app.ask('annotation.create', { documentId, tagId, spans: [{ start, end: start + 1 }] })).id
  const [answer, passage, alone] = [await tag(0), await tag(2), await tag(4)]
  await linkIn(app, 'rebuts', { annotation: answer }, { annotation: passage })
  const map = await app.ask('argumentMap.get', {})
  expect(map.nodes.map(({ key }) => key).toSorted()).toEqual([`p${answer}`, `p${passage}`])
  expect([map.links.length, map.passagesLeftOut]).toEqual([1, 0])

  // With the first claim it is a map of claims, which says what it leaves out.
  await app.ask('claim.state', { annotationIds: [alone], claim: { statement: 'It pays.' } })
  const stated = await app.ask('argumentMap.get', {})
  expect([stated.nodes.length, stated.passagesLeftOut]).toEqual([1, 2])
})
