import { expect, test } from 'vitest'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { documentsOf, listRows, rowsOf } from './list-rows.ts'

const document = (id: number, collections = '') =>
  ({ id, title: `${id}`, metadata: collections === '' ? {} : { collections } }) as unknown as DocumentSummary
const all = [document(1, 'A'), document(2, 'A; B'), document(3)]

test('a document in two collections stands in both, in rows of their own', () => {
  const rows = listRows(all, true, [])
  expect(rows.map((row) => (row.kind === 'head' ? row.group.name : row.document.id))).toEqual([
    ...['A', 1, 2],
    ...['B', 2],
    ...['', 3],
  ])
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  const both = rowsOf(rows, [2])
  expect(both).toHaveLength(2)
  expect(documentsOf(rows, both)).toEqual([all[1]])
})

test('a closed group keeps its head', () => {
  expect(listRows(all, true, ['A']).map(({ kind }) => kind)).toEqual([
    'head',
    'head',
    'document',
    'head',
    'document',
  ])
})

test('without groups rows are the documents', () => {
  expect(listRows(all, false, []).map(({ id }) => id)).toEqual([1, 2, 3])
})
