import { beforeEach, expect, test } from 'vitest'
import type { AnnotationId, AnnotatorId, DocumentId, TagId } from '../../preload/contract/ids.ts'
import type { LinkEnd } from '../../preload/contract/link.ts'
import { createProjectInMemory } from '../create-project.ts'
import type { OpenProject } from '../open-project.ts'
import { isUntouched, removeCodebook } from '../standard-codebook.ts'
import { addDocument, documentOf } from '../testing/documents.ts'
import { countingSources } from '../testing/sources.ts'

let project: OpenProject
let repositories: OpenProject['repositories']
let annotatorId: AnnotatorId
let [claim, rebuttal]: TagId[] = []

beforeEach(() => {
  project = createProjectInMemory(countingSources())
  repositories = project.repositories
  annotatorId = record(() => repositories.annotators.insert({ uid: 'a', name: 'Ada' }))
  ;[claim, rebuttal] = repositories.tags.list().map(({ id }) => id)
})

const record = <T>(work: () => T): T => project.history.record('test', work)

function annotate(documentId: DocumentId, start: number, end: number, tagId = claim!): AnnotationId {
  return record(() =>
    repositories.annotations.insert({
      uid: project.newUid(),
      documentId,
      annotatorId,
      tagId,
      spans: [{ start, end }],
      created: project.now(),
    }),
  )
}

function link(uid: string, source: LinkEnd, target: LinkEnd): void {
  const linkTypeId = repositories.linkTypes.findByUid(uid)!.id
  const rest = { strength: null, status: '', note: '', created: project.now() }
  record(() =>
    repositories.links.insert({ uid: project.newUid(), linkTypeId, source, target, annotatorId, ...rest }),
  )
}

test('annotations of a document come as columns, by start, the longer first, then as they were made', () => {
  const documentId = addDocument(project, 'one two three four')
  const ids = [
    annotate(documentId, 4, 7),
    annotate(documentId, 0, 3),
    annotate(documentId, 0, 7),
    annotate(documentId, 0, 3),
  ]
  const several = record(() =>
    repositories.annotations.insert({
      ...{ uid: 's', documentId, annotatorId, tagId: rebuttal!, created: project.now() },
      spans: [
        { start: 2, end: 3 },
        { start: 14, end: 18 },
      ],
    }),
  )
  const columns = repositories.annotationColumns.of(documentId)
  expect([...columns.annotation]).toEqual([ids[2], ids[1], ids[3], several, ids[0], several])
  expect([...columns.start]).toEqual([0, 0, 0, 2, 4, 14])
  expect([...columns.end]).toEqual([7, 3, 3, 3, 7, 18])
  expect([...columns.tag]).toEqual([claim, claim, claim, rebuttal, claim, rebuttal])
  expect(repositories.annotations.listByDocument(documentId).map(({ id }) => id)).toEqual([
    ids[2],
    ids[1],
    ids[3],
    several,
    ids[0],
  ])
})

test('a list of documents shows what is known of each', () => {
  const metadata = { date: '2021-05', outlet: 'Radio', author: 'Bøe', language: 'nb', my: 'own' }
  const id = addDocument(project, '😀 text', { uid: 'd', title: 'Interview', metadata })
  expect(repositories.documentHeads.list()).toEqual([
    {
      ...{
        id,
        uid: 'd',
        title: 'Interview',
        date: '2021-05',
        outlet: 'Radio',
        author: 'Bøe',
        language: 'nb',
      },
      metadata,
      imported: '2026-01-05T10:00:00.000Z',
      ...{ file: 'text.txt', status: 'to-do', length: 7, words: 1 },
    },
  ])
})

test('words are found whatever their case and script, in quote, note and title, the latest first', () => {
  const [ferry, tram] = [
    addDocument(project, 'Die FÄHRE kostet 100 % mehr', { title: 'Überfahrt' }),
    addDocument(project, 'the_tram line pays', { title: 'Tram', uid: 't' }),
  ]
  const [whole, cost, pays] = [annotate(ferry, 0, 27), annotate(ferry, 4, 16), annotate(tram, 0, 18)]
  const ids = (words: string, limit = 9) =>
    repositories.annotationHits.search(words, limit).map(({ id }) => id)
  expect(ids('')).toEqual([pays, cost, whole])
  expect(ids('', 2)).toEqual([pays, cost])
  expect(ids('fähre')).toEqual([cost, whole])
  expect(ids('kostet ÜBERFAHRT')).toEqual([cost, whole])
  expect(ids('100 %')).toEqual([whole])
  expect(ids('E_TRAM')).toEqual([pays])
  expect(ids('e%tram')).toEqual([])
  expect(ids('bus')).toEqual([])
})

test('the annotations of a document have as many links as name them at either end', () => {
  const [one, two] = [addDocument(project, 'one text'), addDocument(project, 'two texts')]
  const [a, b, c] = [annotate(one, 0, 3), annotate(one, 4, 8), annotate(two, 0, 3)]
  link('rebuts', { annotation: a }, { annotation: b })
  link('supports', { annotation: c }, { annotation: a })
  const [inner] = repositories.links.list()
  expect(repositories.links.countsInDocument(one)).toEqual(
    new Map([
      [a, 2],
      [b, 1],
    ]),
  )
  link('undercuts', { annotation: c }, { link: inner!.id })
  expect(repositories.links.countByDocuments([one])).toBe(3)
  expect(repositories.links.countByDocuments([two])).toBe(2)
})

test('documents move before another or to the end, however often', () => {
  const ids = ['a', 'b', 'c', 'd'].map((text) => addDocument(project, text))
  const order = () =>
    repositories.documents
      .list()
      .map(({ title }) => title)
      .join('')
  record(() => repositories.documents.move([ids[3]!, ids[2]!], ids[0]!))
  expect(order()).toBe('dcab')
  record(() => repositories.documents.move([ids[3]!], null))
  expect(order()).toBe('cabd')
  // Always into the same gap, which is used up in the end.
  for (let i = 0; i < 30; i++) record(() => repositories.documents.move([ids[i % 2]!], ids[3]!))
  expect(order()).toBe('cabd')
  record(() => repositories.documents.move([ids[0]!], ids[3]!))
  expect(order()).toBe('cbad')
})

test('an untouched project is one nobody has worked in, standard or empty', () => {
  const fresh = createProjectInMemory(countingSources())
  expect(isUntouched(fresh.repositories)).toBe(true)
  expect(isUntouched(createProjectInMemory({ codebook: 'empty' }).repositories)).toBe(true)
  expect(isUntouched(repositories)).toBe(false)

  const recolour = () =>
    fresh.repositories.tags.update(fresh.repositories.tags.list()[0]!.id, { color: '#000000' })
  fresh.history.record('recolour', recolour)
  expect(isUntouched(fresh.repositories)).toBe(false)
  fresh.history.undo()
  expect(isUntouched(fresh.repositories)).toBe(true)

  addDocument(fresh, 'text')
  expect(isUntouched(fresh.repositories)).toBe(false)
  fresh.history.undo()
  expect(isUntouched(fresh.repositories)).toBe(true)
  fresh.history.record('remove codebook', () => removeCodebook(fresh.repositories))
  expect(isUntouched(fresh.repositories)).toBe(true)
})

test('statistics count what is there by name', () => {
  const id = addDocument(project, 'don’t count 2 twice: naïve', { title: 'T' })
  annotate(id, 0, 5)
  annotate(id, 0, 5, rebuttal!)
  const gone = addDocument(project, 'many more words', { uid: 'gone' })
  record(() => repositories.documents.delete(gone))
  expect(repositories.stats.get()).toMatchObject({
    ...{ documents: 1, words: 5, annotations: 2, claims: 0, links: 0, speakers: 0, memos: 0 },
    byTag: { Claim: 1, Rebuttal: 1, Premise: 0 },
    byDocument: { T: 2 },
    byAnnotator: { Ada: 2 },
  })
})

test('the text of a revision that was rolled back is not taken for the next one', () => {
  expect(() =>
    record(() => {
      const id = repositories.documents.insert({ ...documentOf('first'), uid: 'x' })
      expect(repositories.documents.plainText(id)).toBe('first')
      throw new Error('cancelled')
    }),
  ).toThrow('cancelled')
  expect(repositories.documents.plainText(addDocument(project, 'second'))).toBe('second')
})
