import { expect, test } from 'vitest'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { inOrder, withWords } from './document-order.ts'

let id = 0
const document = (given: Partial<DocumentSummary>) => {
  id += 1
  const nothing = {
    title: '',
    date: '',
    outlet: '',
    author: '',
    language: '',
    status: 'to-do',
    length: 0,
    annotations: 0,
  }
  const { outlet = '', author = '', date = '' } = given
  const metadata = { outlet, author, date, ...given.metadata }
  return {
    ...nothing,
    id,
    uid: String(id),
    claims: 0,
    unanswered: 0,
    ...given,
    metadata,
  } as unknown as DocumentSummary
}

const survey = document({ title: 'Survey 10', date: '2017', unanswered: 1 })
const statement = document({
  title: 'Déclaration',
  outlet: 'Le Monde',
  author: 'Conseil',
  date: '2021-05-05',
})
const interview = document({ title: 'survey 9', date: '', outlet: 'Radio', unanswered: 4 })
const all = [survey, statement, interview]

test('it finds every word in title or in any field', () => {
  expect(withWords(all, 'monde 2021')).toEqual([statement])
  expect(withWords(all, 'survey')).toEqual([survey, interview])
  expect(withWords(all, 'survey monde')).toEqual([])
  const boxed = document({ title: 'Note', metadata: { archive: 'Box 4' } })
  expect(withWords([...all, boxed], 'box 4')).toEqual([boxed])
  const named = document({ title: 'Good evening', file: 'talk_02.vtt' })
  expect(withWords([...all, named], 'talk_02 evening')).toEqual([named])
})

test('it minds neither case nor accents', () => {
  expect(withWords(all, 'declaration CONSEIL')).toEqual([statement])
})

test('it leaves all for no words, the very list', () => {
  expect(withWords(all, '  ')).toBe(all)
})

test('it sorts titles by their numbers', () => {
  expect(inOrder(all, 'title')).toEqual([statement, interview, survey])
})

test('it puts the undated last', () => {
  expect(inOrder([interview, statement, survey], 'date')).toEqual([survey, statement, interview])
})

test('it puts the most claims with no counter first and leaves the given list alone', () => {
  expect(inOrder(all, 'unanswered')).toEqual([interview, survey, statement])
  expect(all).toEqual([survey, statement, interview])
})
