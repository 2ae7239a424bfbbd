import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { CarryOffer, Passage } from '../../../preload/contract/copy.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

const wire =
  'The council said that the tram line “pays for itself within nine years”, and that 412 million crowns have been set aside for it. Nobody will lose a garden, the mayor promised.'
const reprint = `Our own reporter writes: ${wire.replace('412 million', '420 million')} Readers may judge.`
const taking = (what: boolean) => ({
  attributes: what,
  confidence: what,
  note: what,
  memos: what,
  speaker: what,
  claim: what,
  links: what,
})
const [nothing, all] = [taking(false), taking(true)]

let app: TestSession
let [first, second]: DocumentId[] = []

beforeEach(() => {
  app = testSession()
  first = addDocument(app.project, wire)
  second = addDocument(app.project, reprint)
  addDocument(app.project, 'Take two eggs and some flour. Stir until it is smooth.')
})
afterEach(() => app.session.close())

async function copies(): Promise<Passage[]> {
  const { document, start, end, group } = await app.ask('copy.passages', { task: 'copies' })
  expect(new Set(group).size).toBe(1)
  return [...document].map((documentId, at) => ({
    documentId: documentId as DocumentId,
    span: { start: start[at]!, end: end[at]! },
  }))
}

async function tagged(words: string) {
  const [tag] = await app.ask('tag.list')
  const start = wire.indexOf(words)
  const spans = [{ start, end: start + words.length }]
  return app.ask('annotation.create', { documentId: first!, tagId: tag!.id, spans })
}

const judged = ({ annotation, to }: CarryOffer) => ({ annotationId: annotation.id, to })
const offers = async () => app.ask('copy.offers', { passages: await copies() })

test('passages that stand in several documents are found, and again when a text has gone or come', async () => {
  const passages = await copies()
  expect(passages.map(({ documentId }) => documentId)).toEqual([first, second])
  expect(wire.slice(passages[0]!.span.start, passages[0]!.span.end)).toBe(wire.slice(0, -1))
  expect(await app.ask('copy.beginnings', { passages: passages.slice(0, 1) })).toEqual([wire.slice(0, -1)])

  await app.ask('document.delete', { ids: [second!] })
  expect((await app.ask('copy.passages', { task: 'copies' })).document).toHaveLength(0)
  await app.ask('history.undo')
  expect(await copies()).toHaveLength(2)
})

test('what differs between copies is told word by word', async () => {
  const [source, other] = await app.ask('copy.group', { passages: await copies(), source: 0 })
  expect(source!.compared).toBeNull()
  expect(other!.compared).toMatchObject({ verdict: 'changed', signs: ['number'], isQuoted: false })
})

describe('an annotation', () => {
  test('is offered for a copy, and carried over with what is wanted in one undoable step', async () => {
    const { id } = await tagged('“pays for itself within nine years”')
    await app.ask('annotation.update', { id, change: { note: 'Check.', speakerName: 'Council' } })
    const [offer, ...others] = await offers()
    expect(others).toEqual([])
    expect(offer).toMatchObject({
      isCertain: true,
      isDismissed: false,
      to: { documentId: second, quote: ['“pays for itself within nine years”'] },
    })

    const { annotationId } = await app.ask('copy.carry', { ...judged(offer!), takes: all })
    const made = await app.ask('annotation.get', { id: annotationId })
    expect(made).toMatchObject({ note: 'Check.', quote: ['“pays for itself within nine years”'] })
    expect(made.speakerId).not.toBeNull()
    expect(await offers()).toEqual([])
    await expect(app.ask('copy.carry', { ...judged(offer!), takes: all })).rejects.toMatchObject({
      code: 'exists',
    })

    await app.ask('history.undo')
    expect(await offers()).toHaveLength(1)
    await app.ask('copy.carry', { ...judged(offer!), takes: nothing })
    const [own] = (await app.ask('annotation.columns', { documentId: second! })).annotation
    expect(await app.ask('annotation.get', { id: own as never })).toMatchObject({ note: '', speakerId: null })
  })

  test('that is said more than once keeps its links, each with the one that stands as far from it', async () => {
    const thrice = 'The tram pays. The tram pays. The tram pays. Nobody objects.'
    const [from, to] = [addDocument(app.project, thrice), addDocument(app.project, `Today: ${thrice}`)]
    const [tag] = await app.ask('tag.list')
    const spansAt = (start: number) => [{ start, end: start + 'The tram pays.'.length }]
    const tagAt = (start: number) =>
      app.ask('annotation.create', { documentId: from, tagId: tag!.id, spans: spansAt(start) })
    const [one, two, three] = [await tagAt(0), await tagAt(15), await tagAt(30)]
    const [type] = await app.ask('linkType.list')
    const link = (source: typeof one, target: typeof one) =>
      app.ask('link.create', {
        linkTypeId: type!.id,
        source: { annotation: source.id },
        target: { annotation: target.id },
      })
    await link(two, one)
    await link(three, one)
    const carry = (annotation: typeof one, start: number) =>
      app.ask('copy.carry', {
        annotationId: annotation.id,
        to: { documentId: to, spans: spansAt(start + 7), quote: ['The tram pays.'] },
        takes: all,
      })
    const targetsOf = async (annotation: number) =>
      (await app.ask('link.of', { annotation: annotation as never })).map((link) => link.link.target)

    const copyOfTwo = await carry(two, 15)
    expect(copyOfTwo.links, 'with the original, where its end has no copy').toBe(1)
    expect(await targetsOf(copyOfTwo.annotationId)).toEqual([{ annotation: one.id }])
    const copyOfThree = await carry(three, 30)
    expect(await targetsOf(copyOfThree.annotationId)).toEqual([{ annotation: one.id }])
    const copyOfOne = await carry(one, 0)
    expect(copyOfOne.links).toBe(2)
    expect(await targetsOf(copyOfThree.annotationId)).toContainEqual({ annotation: copyOfOne.annotationId })
    expect(await targetsOf(copyOfTwo.annotationId)).toContainEqual({ annotation: copyOfOne.annotationId })
  })

  test('brings its confidence, memos and links along, in the step that undo takes back', async () => {
    const [, rebuttal] = await app.ask('tag.list')
    const { id } = await tagged('“pays for itself within nine years”')
    const beside = await tagged('Nobody will lose a garden')
    const start = reprint.indexOf('Readers')
    const spans = [{ start, end: start + 'Readers may judge'.length }]
    const answer = await app.ask('annotation.create', {
      documentId: second!,
      tagId: rebuttal!.id,
      spans,
    })
    const [type] = await app.ask('linkType.list')
    const [to, from] = [{ annotation: id }, { annotation: answer.id }]
    const made = await app.ask('link.create', { linkTypeId: type!.id, source: from, target: to })
    await app.ask('link.update', { id: made.id, change: { note: 'Only hints at it.', strength: 0.5 } })
    await app.ask('link.create', { linkTypeId: type!.id, source: { annotation: beside.id }, target: to })
    await app.ask('annotation.update', { id, change: { confidence: 0.75 } })
    await app.ask('memo.create', { about: to, text: 'Since when?' })

    const carried = async (quote: string) => {
      const offer = (await offers()).find((one) => one.to.quote[0] === quote)
      return app.ask('copy.carry', { ...judged(offer!), takes: all })
    }
    const [offer] = await offers()
    expect(offer!.annotation).toMatchObject({ confidence: 0.75, memos: 1, links: 2 })
    const { annotationId: garden } = await carried('Nobody will lose a garden')
    const { annotationId, ...came } = await carried('“pays for itself within nine years”')
    expect(came).toEqual({ memos: 1, links: 2 })
    expect(await app.ask('annotation.get', { id: annotationId })).toMatchObject({ confidence: 0.75 })
    expect(await app.ask('memo.list', { about: { annotation: annotationId } })).toMatchObject([
      { text: 'Since when?' },
    ])
    const links = await app.ask('link.of', { annotation: annotationId })
    expect(
      links.map(({ link }) => link.source),
      'from what says the same beside the copy',
    ).toEqual(expect.arrayContaining([from, { annotation: garden }]))
    expect(
      links.find(({ link }) => 'annotation' in link.source && link.source.annotation === answer.id)?.link,
    ).toMatchObject({
      note: 'Only hints at it.',
      strength: 0.5,
    })

    await app.ask('history.undo')
    await expect(app.ask('annotation.get', { id: annotationId })).rejects.toMatchObject({ code: 'not-found' })
    expect(await app.ask('link.of', to)).toHaveLength(3)
  })

  test('whose words were changed is offered as doubtful', async () => {
    await tagged('412 million crowns have been set aside')
    const [offer] = await offers()
    expect(offer).toMatchObject({ isCertain: false, words: 7, same: 6 })
    expect(offer!.to.quote).toEqual(['420 million crowns have been set aside'])
  })

  test('that is dismissed for a copy is remembered as such until that is taken back', async () => {
    await tagged('Nobody will lose a garden')
    const [offer] = await offers()
    await app.ask('copy.dismiss', judged(offer!))
    expect(await offers()).toMatchObject([{ isDismissed: true }])
    const third = addDocument(app.project, `${wire} So it was said.`)
    expect(
      (await offers()).map(({ to, isDismissed }) => [to.documentId, isDismissed]),
      'each copy is judged by itself',
    ).toEqual([
      [second, true],
      [third, false],
    ])
    await app.ask('document.delete', { ids: [third] })
    await app.ask('copy.takeBack', judged(offer!))
    expect(await offers()).toMatchObject([{ isDismissed: false }])
    await expect(app.ask('copy.takeBack', judged(offer!))).rejects.toMatchObject({ code: 'not-found' })
    await app.ask('history.undo')
    expect(await offers()).toMatchObject([{ isDismissed: true }])
  })

  test('is not carried to a place that reads differently now', async () => {
    await tagged('Nobody will lose a garden')
    const [offer] = await offers()
    const to = { ...offer!.to, quote: ['Somebody will lose a garden'] }
    await expect(app.ask('copy.carry', { ...judged(offer!), to, takes: all })).rejects.toMatchObject({
      code: 'bad-span',
    })
  })
})

test('looking can be given up, and is taken up again', async () => {
  const looking = app.ask('copy.passages', { task: 'copies' })
  app.session.cancel('copies')
  await expect(looking).rejects.toMatchObject({ code: 'cancelled' })
  expect(await copies()).toHaveLength(2)
})

test('two annotations are compared', async () => {
  const source = await tagged('The council said that the tram line “pays for itself within nine years”')
  const other = await tagged('“pays for itself within nine years”')
  expect(
    await app.ask('copy.compare', { source: { annotation: source.id }, other: { annotation: other.id } }),
  ).toMatchObject({ verdict: 'part', signs: [], other: '“pays for itself within nine years”' })
})
