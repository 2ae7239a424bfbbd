import { expect, test } from 'vitest'
import type { SearchedDocument } from '../../db/repositories/search-texts.ts'
import { allDocuments, type DocumentFilter } from '../../preload/contract/filter.ts'
import { fittingDocuments } from './fitting-documents.ts'

const document = (title: string, metadata: Record<string, string>) =>
  ({ title, metadata }) as unknown as SearchedDocument

const documents = [
  document('Statement', { outlet: 'Le Monde', date: '2021' }),
  document('Réponse', { outlet: 'The Mail', date: '2021-05-03' }),
  document('Undated', { author: 'Ada' }),
  document('Roughly', { date: 'spring 2019' }),
]
const titles = (filter: Partial<DocumentFilter>) =>
  fittingDocuments(documents, { ...allDocuments, ...filter }).map(({ title }) => title)

test('all documents fit a filter that says nothing', () => {
  expect(fittingDocuments(documents, allDocuments)).toBe(documents)
})

test('words fit whatever their case and accents', () => {
  expect(titles({ title: 'reponse' })).toEqual(['Réponse'])
  expect(titles({ fields: [{ name: 'outlet', value: 'MONDE' }] })).toEqual(['Statement'])
  expect(titles({ fields: [{ name: 'outlet', value: 'mon' }], title: 'Réponse' })).toEqual([])
})

test('a date that is only a year lies in a range when a day of it does; without a date it lies in none', () => {
  expect(titles({ from: '2021-05-04' })).toEqual(['Statement'])
  expect(titles({ from: '2021-05', until: '2021-05' })).toEqual(['Statement', 'Réponse'])
  expect(titles({ until: '2020' })).toEqual([])
  expect(titles({ from: '2018' })).toEqual(['Statement', 'Réponse'])
})
