import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDocument } from '../../../db/testing/documents.ts'
import type { DocumentId, TagId } from '../../../preload/contract/ids.ts'
import type { InputOf } from '../../../preload/contract/index.ts'
import { logLikelihood } from '../../search/collocates.ts'
import { type TestSession, testSession } from '../../testing/session.ts'

let app: TestSession
let first: DocumentId
let second: DocumentId
let [claim, rebuttal]: TagId[] = []

const statement = 'The tram pays for itself. Critics doubt the cost.\nA bus costs more.'
const reply = 'No tram has ever paid for itself; the cost of a tram is high.'

beforeEach(async () => {
  app = testSession()
  first = addDocument(app.project, statement, {
    title: 'Statement',
    metadata: { date: '2021-05-05', author: 'Council' },
  })
  second = addDocument(app.project, reply, { title: 'Reply', metadata: { date: '2020', author: 'Émile' } })
  ;[claim, rebuttal] = (await app.ask('tag.list')).map(({ id }) => id)
})
afterEach(() => app.session.close())

type Asked = InputOf<'search.run'>['asked']
const run = (
  query: string,
  more: Omit<Asked, 'query'> = {},
  order: InputOf<'search.run'>['order'] = 'text',
) => app.ask('search.run', { task: 'search', asked: { query, ...more }, order })
const hitsOf = async (query: string, more: Omit<Asked, 'query'> = {}) =>
  (await run(query, more)).lines.map(({ left, hit }) => `${left.split(' ').at(-2) ?? ''} ${hit}`.trim())
const tag = (documentId: DocumentId, words: string, tagId = claim!) => {
  const start = (documentId === first ? statement : reply).indexOf(words)
  return app.ask('annotation.create', { documentId, tagId, spans: [{ start, end: start + words.length }] })
}

describe('a search', () => {
  it('gives lines with their context, counts, and follows the texts', async () => {
    const result = await run('TRAM')
    expect(result).toMatchObject({ hits: 3, documents: 2, searched: 2, more: false })
    expect(result.lines[0]).toMatchObject({
      documentId: first,
      start: 4,
      end: 8,
      left: 'The ',
      hit: 'tram',
      right: ` pays for itself. Critics doubt the cost. A bus costs more.`,
    })
    addDocument(app.project, 'One more tram.')
    expect(await run('tram')).toMatchObject({ hits: 4, documents: 3 })
    await app.ask('history.undo')
    expect(await run('tram')).toMatchObject({ hits: 3 })
  })

  it('keeps a result until the texts change', async () => {
    const { id } = await run('tram')
    expect(await app.ask('search.lines', { id, from: 1, count: 5 })).toHaveLength(2)
    const picked = await app.ask('search.linesAt', { id, order: 'right-1', at: [2, 0] })
    expect(picked.map(({ right }) => right.slice(0, 5))).toEqual([' pays', ' has '])
    await app.ask('document.delete', { ids: [first] })
    const stale = [
      app.ask('search.lines', { id, from: 0, count: 5 }),
      app.ask('search.linesAt', { id, at: [0] }),
      app.ask('search.csvOf', { id, at: [0] }),
      app.ask('search.collocates', { id, left: 1, right: 1 }),
    ]
    for (const one of stale) await expect(one).rejects.toThrow('Search again')
  })

  it('says what hits are tagged as, be it in part', async () => {
    const { lines } = await run('tram')
    const tagsOf = () =>
      app.ask('search.tagsAt', {
        places: lines.map(({ documentId, start, end }) => ({ documentId, start, end })),
      })
    expect(await tagsOf()).toEqual([[], [], []])
    const [one, two] = await app.ask('tag.list')
    const tagged = (tagId: TagId, start: number, end: number) =>
      app.ask('annotation.create', { documentId: first, tagId, spans: [{ start, end }] })
    await tagged(one!.id, 0, 5)
    await tagged(two!.id, 7, 12)
    await tagged(two!.id, 7, 9)
    // These end where the hit begins, and begin where it ends.
    await app.ask('tag.create', { name: 'Beside' })
    const beside = (await app.ask('tag.list')).at(-1)!.id
    await tagged(beside, 0, 4)
    await tagged(beside, 8, 9)
    expect((await tagsOf()).map((tags) => tags.sort())).toEqual([[one!.id, two!.id], [], []])
  })

  it('gives lines as a table for a spreadsheet', async () => {
    addDocument(app.project, 'Trams, "quick"\n=1+1 ferry', { title: '=Title, quoted' })
    const { id } = await run('itself OR ferry')
    expect(await app.ask('search.csvOf', { id, at: [2, 0] })).toBe(
      [
        'left,hit,right,document,date',
        `"Trams, ""quick"" =1+1 ",ferry,,"'=Title, quoted",`,
        'The tram pays for ,itself,. Critics doubt the cost. A bus costs more.,Statement,2021-05-05',
        '',
      ].join('\r\n'),
    )
  })

  it('sorts by what stands beside the hit, and by date', async () => {
    const rightOf = async (order: InputOf<'search.run'>['order']) =>
      (await run('tram', {}, order)).lines.map(({ right }) => right.trim().split(' ')[0])
    expect(await rightOf('text')).toEqual(['pays', 'has', 'is'])
    expect(await rightOf('right-1')).toEqual(['has', 'is', 'pays'])
    expect(await rightOf('left-1')).toEqual(['is', 'has', 'pays'])
    expect(await rightOf('date')).toEqual(['has', 'is', 'pays'])
  })

  it('stays in documents that fit', async () => {
    expect(await run('tram', { documents: { fields: [{ name: 'author', value: 'emile' }] } })).toMatchObject({
      hits: 2,
      searched: 1,
    })
    expect(await run('tram', { documents: { from: '2021-05' } })).toMatchObject({ hits: 1 })
    expect(await run('tram', { documents: { from: '2020-03', until: '2020-12' } })).toMatchObject({ hits: 2 })
    expect(await run('tram', { documents: { title: 'state' } })).toMatchObject({ hits: 1 })
  })

  it('stays in, outside or near passages', async () => {
    const a = await tag(first, 'The tram pays for itself')
    const b = await tag(second, 'tram has', rebuttal)
    const inTag = (tagIds: TagId[], at: 'in' | 'outside' | 'sentence' | 'paragraph' | 'words', words = 3) =>
      hitsOf('tram OR cost*', { passages: { at, words, tagIds } })
    expect(await inTag([claim!], 'in')).toEqual(['The tram'])
    expect(await inTag([], 'outside')).toEqual(['the cost', 'bus costs', 'the cost', 'a tram'])
    expect(await inTag([claim!], 'sentence')).toEqual(['The tram'])
    expect(await inTag([claim!], 'paragraph')).toEqual(['The tram', 'the cost'])
    expect(await inTag([rebuttal!], 'words', 7)).toEqual(['No tram', 'the cost'])

    const minutes = 'The board met. The bus was late, says Dr. Novak, who heard the board.'
    const third = addDocument(app.project, minutes, { title: 'Minutes' })
    const late = minutes.indexOf('The bus')
    const span = { start: late, end: late + 'The bus'.length }
    await app.ask('annotation.create', { documentId: third, tagId: rebuttal!, spans: [span] })
    expect(await hitsOf('board', { passages: { at: 'sentence', tagIds: [rebuttal!] } })).toEqual([
      'the board',
    ])
    await app.ask('document.delete', { ids: [third] })

    const types = await app.ask('linkType.list')
    const linkTypeId = types.find(({ name }) => name === 'rebuts')!.id
    const linked = (link: 'has' | 'lacks', of: typeof linkTypeId | null = null) =>
      hitsOf('tram', { passages: { at: 'in', link, linkTypeId: of } })
    expect(await linked('lacks')).toEqual(['The tram', 'No tram'])
    await app.ask('link.create', { linkTypeId, source: { annotation: b.id }, target: { annotation: a.id } })
    expect(await linked('has', linkTypeId)).toEqual(['The tram', 'No tram'])
    expect(await linked('has', types.find(({ id }) => id !== linkTypeId)!.id)).toEqual([])
    expect(await linked('lacks')).toEqual([])
    expect(await hitsOf('tram', { passages: { at: 'in', speakerIds: [1 as never] } })).toEqual([])

    const ada = await app.ask('speaker.create', { name: 'Ada' })
    const saidByAda = () => hitsOf('tram', { passages: { at: 'in', speakerIds: [ada.id] } })
    expect(await saidByAda()).toEqual([])
    await app.ask('annotation.update', { id: a.id, change: { speakerId: ada.id } })
    expect(await saidByAda()).toEqual(['The tram'])
    await app.ask('annotation.update', { id: a.id, change: { speakerId: null } })
    const documents = (await app.ask('document.list')).map(({ id }) => id)
    for (const id of documents)
      await app.ask('document.update', { id, change: { metadata: { author: 'ada' } } })
    expect(await saidByAda()).toEqual(['The tram', 'No tram'])
  })

  it('says what is wrong with a query', async () => {
    await expect(run('"tram')).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('can be given up, even where an expression hangs', async () => {
    addDocument(app.project, `${'a'.repeat(60)}!`)
    const hanging = run('/(a+)+$b/')
    const refused = expect(hanging).rejects.toMatchObject({ code: 'cancelled' })
    await new Promise((resolve) => setTimeout(resolve, 300))
    app.session.cancel('search')
    await refused
    expect(await run('tram')).toMatchObject({ hits: 3 })
  })
})

describe('hits', () => {
  it('are tagged over all documents in one step', async () => {
    await tag(second, 'tram')
    const { id } = await run('tram')
    expect(await app.ask('search.createAnnotations', { id, tagId: claim!, at: null })).toEqual({
      created: 2,
      skipped: 1,
    })
    expect((await app.ask('history.state')).undo).toContain('tag 3 passages as Claim')
    expect(await app.ask('annotation.columns', { documentId: first })).toMatchObject({
      start: Int32Array.of(4),
      end: Int32Array.of(8),
    })
    await app.ask('history.undo')
    expect((await app.ask('annotation.columns', { documentId: first })).start).toHaveLength(0)
    await app.ask('search.createAnnotations', { id, tagId: rebuttal!, order: 'left-1', at: [0] })
    expect((await app.ask('annotation.columns', { documentId: second })).start).toHaveLength(2)
  })

  it('of texts that have changed since are not tagged', async () => {
    const { id } = await run('tram')
    await app.ask('document.delete', { ids: [first] })
    const tagAll = { id, tagId: claim!, at: null }
    await expect(app.ask('search.createAnnotations', tagAll)).rejects.toMatchObject({ code: 'not-found' })
    const again = await run('tram')
    const asked = app.ask('search.createAnnotations', { ...tagAll, id: again.id })
    await Promise.resolve()
    addDocument(app.project, 'One more tram.')
    await expect(asked).rejects.toMatchObject({ code: 'not-found' })
    expect((await app.ask('annotation.columns', { documentId: second })).start).toHaveLength(0)
  })
})

describe('words', () => {
  it('are counted, with how evenly they are spread', async () => {
    const { rows, words, different } = await app.ask('search.words', { documents: {} })
    expect(words).toBe(27)
    expect(different).toBe(rows.length)
    expect(rows.slice(0, 3).map(({ word, count, documents }) => [word, count, documents])).toEqual([
      ['the', 3, 2],
      ['tram', 3, 2],
      ['a', 2, 2],
    ])
    const bus = rows.find(({ word }) => word === 'bus')!
    expect(bus.deviation).toBeCloseTo(14 / 27, 6)
    expect(
      (await app.ask('search.words', { documents: {}, holding: 'Cos' })).rows.map(({ word }) => word),
    ).toEqual(['cost', 'costs'])
  })

  it('that go with the hits come by their likelihood', async () => {
    const { id } = await run('cost')
    const near = await app.ask('search.collocates', { id, left: 1, right: 0, least: 1 })
    expect(near).toMatchObject([{ word: 'the', near: 2, count: 3 }])
    expect(near[0]!.likelihood).toBeCloseTo(logLikelihood(2, 2, 3, 25), 9)
  })

  // Dunning (1993), table 2: “the swiss”.
  it('has the log-likelihood of the paper', () => {
    expect(logLikelihood(110, 110 + 2442, 110 + 111, 31_777)).toBeCloseTo(270.72, 0)
  })
})

describe('a search under a name', () => {
  it('is kept, replaced and deleted, each as one step', async () => {
    const asked = { query: 'tram', passages: { at: 'in' as const, tagIds: [claim!] } }
    await app.ask('savedSearch.create', { name: 'Trams', asked })
    expect(app.latestChange().lists).toContain('saved-search')
    await app.ask('savedSearch.create', { name: 'trams', asked: { query: 'bus' } })
    expect(await app.ask('savedSearch.list')).toMatchObject([{ name: 'trams', asked: { query: 'bus' } }])
    await app.ask('history.undo')
    const [kept] = await app.ask('savedSearch.list')
    expect(kept).toMatchObject({ name: 'Trams', asked })
    await app.ask('savedSearch.delete', { id: kept!.id })
    expect(await app.ask('savedSearch.list')).toEqual([])
    await app.ask('history.undo')
    expect(await app.ask('savedSearch.list')).toHaveLength(1)
  })
})
