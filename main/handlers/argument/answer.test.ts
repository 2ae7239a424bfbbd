import { beforeEach, describe, expect, test } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

const statement =
  'The tram pays for itself within nine years. Noise will fall by half. Nobody will lose a garden.'
const reply =
  'The town needs a bus. Mrs Novak has counted: the tram never pays for itself, not in 9 years and not in 30. Four gardens lie under the rails.'
const recipe = 'Take two eggs and some flour. Stir until it is smooth, and bake it for nine minutes.'

let app: TestSession
let [said, answered]: DocumentId[] = []

beforeEach(() => {
  app = testSession()
  said = addDocument(app.project, statement)
  answered = addDocument(app.project, reply)
  addDocument(app.project, recipe)
})

async function claim(words: string) {
  const start = statement.indexOf(words)
  const [tag] = await app.ask('tag.list')
  const spans = [{ start, end: start + words.length }]
  return app.ask('annotation.create', { documentId: said!, tagId: tag!.id, spans })
}

const candidates = (annotation: Awaited<ReturnType<typeof claim>>) =>
  app.ask('answer.candidates', { task: 'answers', to: { annotation: annotation.id } })

async function standing() {
  const tags = await app.ask('tag.list')
  const types = await app.ask('linkType.list')
  return {
    tagId: tags.find(({ role }) => role === 'rebuttal')!.id,
    linkTypeId: types.find(({ uid }) => uid === 'rebuts')!.id,
  }
}

describe('candidate answers', () => {
  test('come from other documents, the likeliest first, with the reasons', async () => {
    const { candidates: found, words } = await candidates(
      await claim('The tram pays for itself within nine years.'),
    )
    expect(words).toBe('The tram pays for itself within nine years.')
    const [first] = found
    expect(first?.words).toBe(
      'Mrs Novak has counted: the tram never pays for itself, not in 9 years and not in 30.',
    )
    expect(first?.shared).toEqual(['tram', 'pays', 'years'])
    expect(first?.lit.map(({ start, end }) => first.words.slice(start, end))).toEqual([
      'tram',
      'pays',
      'years',
    ])
    expect(first?.cues).toContainEqual({ kind: 'denial', words: 'never' })
    expect(found.every(({ documentId }) => documentId !== said)).toBe(true)
  })

  test('tell who says them, and lower what the one who makes the claim says elsewhere', async () => {
    const to = await claim('The tram pays for itself within nine years.')
    const speak = (document: DocumentId, author: string) =>
      app.ask('document.update', { id: document, change: { metadata: { author, outlet: 'Herald' } } })
    const first = async () => (await candidates(to)).candidates[0]!
    const before = await first()
    expect(before).toMatchObject({ speaker: '', isSameSpeaker: false })

    // An outlet prints many.
    for (const id of [said!, answered!]) await speak(id, '')
    expect(await first()).toMatchObject({ speaker: 'Herald', isSameSpeaker: false, score: before.score })
    await speak(said!, 'Ada Novák')
    await speak(answered!, 'Ada Novak')
    expect(await first()).toMatchObject({ speaker: 'Ada Novak', isSameSpeaker: true })
    expect((await first()).score).toBeCloseTo(before.score * 0.6)

    // The speaker of a passage goes before the author of its text.
    await app.ask('annotation.update', { id: to.id, change: { speakerName: 'Ben' } })
    expect(await first()).toMatchObject({ speaker: 'Ada Novak', isSameSpeaker: false, score: before.score })
    const passage = { documentId: answered!, spans: [before.span] }
    const { id } = await app.ask('annotation.create', { ...passage, tagId: to.tagId })
    await app.ask('annotation.update', { id, change: { speakerName: 'Ben' } })
    expect(await first()).toMatchObject({ speaker: 'Ben', isSameSpeaker: true })
  })

  test('follow the texts as they come and go', async () => {
    const to = await claim('Nobody will lose a garden.')
    const before = await candidates(to)
    expect(before.candidates.map(({ words }) => words)).toContain('Four gardens lie under the rails.')
    await app.ask('document.delete', { ids: [answered!] })
    expect((await candidates(to)).candidates.map(({ documentId }) => documentId)).not.toContain(answered)
    await app.ask('history.undo')
    expect(await candidates(to)).toEqual(before)
  })

  test('accepting tags and links in one step', async () => {
    const to = await claim('Nobody will lose a garden.')
    const [first] = (await candidates(to)).candidates
    const { documentId, span } = first!
    const given = { to: { annotation: to.id }, documentId, span, quote: first!.words, ...(await standing()) }
    const { annotationId } = await app.ask('answer.accept', given)

    expect((await app.ask('annotation.get', { id: annotationId })).quote).toEqual([first!.words])
    const [link] = await app.ask('link.of', { annotation: to.id })
    expect(link?.link).toMatchObject({ source: { annotation: annotationId }, linkTypeId: given.linkTypeId })
    const again = (await candidates(to)).candidates.find((one) => one.span.start === span.start)
    expect(again?.judged).toBe('linked')
    await expect(app.ask('answer.accept', given)).rejects.toThrow(/already/)

    await app.ask('history.undo')
    expect(await app.ask('link.of', { annotation: to.id })).toEqual([])
    await expect(app.ask('annotation.get', { id: annotationId })).rejects.toThrow()
  })

  test('a dismissal is remembered for the claim, and can be taken back and undone', async () => {
    const to = await claim('The tram pays for itself within nine years.')
    const [first] = (await candidates(to)).candidates
    const { documentId, span, words: quote } = first!
    const passage = { to: { annotation: to.id }, documentId, span, quote }
    const judged = async () =>
      (await candidates(to)).candidates.find(({ words }) => words === first!.words)?.judged

    await app.ask('answer.dismiss', passage)
    expect(await judged()).toBe('dismissed')
    expect((await candidates(to)).candidates.at(-1)?.words).toBe(first!.words)
    await app.ask('history.undo')
    expect(await judged()).toBe(null)
    await app.ask('history.redo')
    await app.ask('answer.takeBack', passage)
    expect(await judged()).toBe(null)
    await expect(app.ask('answer.takeBack', passage)).rejects.toMatchObject({ code: 'not-found' })
  })

  test('nothing is judged by where it once stood, when the text there reads differently', async () => {
    const to = await claim('The tram pays for itself within nine years.')
    const [first] = (await candidates(to)).candidates
    const { documentId, span } = first!
    const passage = { to: { annotation: to.id }, documentId, span, quote: first!.words.replace('9', '8') }
    const fails = { code: 'bad-span' }
    await expect(app.ask('answer.dismiss', passage)).rejects.toMatchObject(fails)
    await expect(app.ask('answer.takeBack', passage)).rejects.toMatchObject(fails)
    await expect(app.ask('answer.accept', { ...passage, ...(await standing()) })).rejects.toMatchObject(fails)
    expect((await candidates(to)).candidates[0]).toEqual(first)
  })

  test('a judged passage stays in the list, however few are asked for', async () => {
    const to = await claim('The tram pays for itself within nine years.')
    const few = async () =>
      (await app.ask('answer.candidates', { task: 'few', to: { annotation: to.id }, limit: 1 })).candidates
    const [first] = await few()
    const { documentId, span, words: quote } = first!
    await app.ask('answer.dismiss', { to: { annotation: to.id }, documentId, span, quote })
    expect((await few()).map(({ judged }) => judged)).toEqual([null, 'dismissed'])
  })

  test('a sentence is said to stand beside another only where that shares something', async () => {
    const lone = addDocument(app.project, 'The town is poor. A river runs here. Noise will double.')
    const found = (await candidates(await claim('Noise will fall by half.'))).candidates
    const inLone = found.filter(({ documentId }) => documentId === lone)
    const beside = Object.fromEntries(inLone.map(({ words, isBeside }) => [words, isBeside]))
    expect(beside['A river runs here.']).toBe(true)
    expect(beside['The town is poor.'] ?? false).toBe(false)
    expect(beside['Noise will double.']).toBe(false)
  })

  test('what is dismissed for a claim is so for its mentions', async () => {
    const { id } = await app.ask('claim.create', { statement: 'The tram pays for itself.' })
    const to = await claim('The tram pays for itself within nine years.')
    await app.ask('annotation.update', { id: to.id, change: { claimId: id } })
    const ofClaim = await app.ask('answer.candidates', { task: 'claim', to: { claim: id } })
    const [first] = ofClaim.candidates
    expect(first?.documentId).toBe(answered)
    const { documentId, span, words: quote } = first!
    await app.ask('answer.dismiss', { to: { claim: id }, documentId, span, quote })
    expect((await candidates(to)).candidates.find(({ words }) => words === first!.words)?.judged).toBe(
      'dismissed',
    )
  })

  test('the project can have cue words of its own', async () => {
    const to = await claim('Nobody will lose a garden.')
    await app.ask('answer.setCues', { language: 'en', list: { denial: ['lie under'], contrast: [] } })
    const found = (await candidates(to)).candidates.find(({ words }) => words.startsWith('Four gardens'))
    expect(found?.cues).toEqual([{ kind: 'denial', words: 'lie under' }])
    const own = (await app.ask('answer.cues')).filter(({ isOwn }) => isOwn)
    expect(own).toEqual([{ language: 'en', denial: ['lie under'], contrast: [], isOwn: true }])
    await app.ask('answer.setCues', { language: 'en', list: null })
    expect((await app.ask('answer.cues')).some(({ isOwn }) => isOwn)).toBe(false)
  })
})
