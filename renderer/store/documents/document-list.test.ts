import { expect, test } from 'vitest'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { countStatuses, groupsOf, movedBefore, neighbourOf, shownDocuments } from './document-list.ts'
import { type DocumentListView, wholeList } from './list-view.ts'

const document = (id: number, title: string, collections = '', status = 'to-do') =>
  ({
    id,
    title,
    status,
    date: '',
    metadata: collections === '' ? {} : { collections },
    unanswered: 0,
  }) as unknown as DocumentSummary

const letter = document(1, 'Letter 10', 'Press')
const speech = document(2, 'Speech', 'Trip; Press', 'done')
const note = document(3, 'Note', '', 'done')
const reply = document(4, 'Letter 9', 'Trip')
const all = [letter, speech, note, reply]
const titles = (documents: readonly DocumentSummary[]) => documents.map(({ title }) => title)

test('the list is narrowed by words, status and collection together, in its order', () => {
  expect(shownDocuments(all, wholeList)).toBe(all)
  expect(titles(shownDocuments(all, { ...wholeList, collection: 'Press' }))).toEqual(['Letter 10', 'Speech'])
  expect(titles(shownDocuments(all, { ...wholeList, collection: '', status: 'done' }))).toEqual(['Note'])
  expect(titles(shownDocuments(all, { ...wholeList, words: 'letter', order: 'title' }))).toEqual([
    'Letter 9',
    'Letter 10',
  ])
  expect(shownDocuments(all, { ...wholeList, collection: 'Gone' })).toEqual([])
})

test('groups stand by name, those in none last, a document in each of its own', () => {
  expect(groupsOf(all).map(({ name, documents }) => [name, titles(documents)])).toEqual([
    ['Press', ['Letter 10', 'Speech']],
    ['Trip', ['Speech', 'Letter 9']],
    ['', ['Note']],
  ])
  expect(countStatuses(all)).toEqual({ 'to-do': 2, 'in-progress': 0, done: 2 })
})

test('collections stand as the person put them, new ones after them, those in none last', () => {
  const names = (order: string[]) => groupsOf(all, order).map(({ name }) => name)
  expect(names(['Trip', 'Press'])).toEqual(['Trip', 'Press', ''])
  expect(names(['Gone', 'Trip'])).toEqual(['Trip', 'Press', ''])
  expect(movedBefore(['A', 'B', 'C'], 'C', 'A')).toEqual(['C', 'A', 'B'])
  expect(movedBefore(['A', 'B', 'C'], 'A', null)).toEqual(['B', 'C', 'A'])
  expect(movedBefore(['A', 'B'], 'A', 'A')).toEqual(['A', 'B'])
})

test('the next document is the next that the list shows, also from one that it does not show', () => {
  const press = { ...wholeList, collection: 'Press' }
  const next = (from: DocumentSummary, step: 1 | -1, view: DocumentListView = press) =>
    neighbourOf(from.id as DocumentId, step, all, view)
  expect(next(letter, 1)).toBe(speech)
  expect(next(speech, 1)).toBeUndefined()
  expect(next(note, -1)).toBe(speech)
  expect(next(reply, 1)).toBeUndefined()
  expect(next(note, 1, { ...wholeList, order: 'title' })).toBe(speech)
})
