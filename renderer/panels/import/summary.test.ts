import { expect, test } from 'vitest'
import type { ImportedFile } from '../../../preload/contract/document.ts'
import { summaryOf } from './summary.ts'

const file = (outcome: ImportedFile['outcome'], documents: number) =>
  ({
    name: 'a',
    path: '/a',
    outcome,
    documentIds: Array.from({ length: documents }),
    notes: [],
    problem: '',
  }) as unknown as ImportedFile

test('it counts documents, not files', () => {
  expect(summaryOf({ files: [file('imported', 3), file('failed', 0)], cancelled: false })).toBe(
    '3 documents imported.',
  )
  expect(summaryOf({ files: [file('imported', 1)], cancelled: false })).toBe('1 document imported.')
})

test('it does not count what was there already', () => {
  expect(summaryOf({ files: [file('already-there', 1)], cancelled: false })).toBe('No new documents came in.')
})

test('it says that it was stopped, and what came in', () => {
  expect(summaryOf({ files: [file('imported', 2)], cancelled: true })).toContain('2 documents')
})
