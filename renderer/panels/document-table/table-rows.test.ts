import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { ColumnFilter } from '../../store/documents/table-view.ts'
import { columnsFor } from './columns.ts'
import { asTabs, filterInWords, sorted, tableRows } from './table-rows.ts'

let id = 0
const document = (title: string, metadata: Record<string, string> = {}, given: object = {}) => {
  id += 1
  const counts = { words: 0, annotations: 0, claims: 0, unanswered: 0, links: 0 }
  const imported = '2026-01-05T10:00:00.000Z'
  return { id, title, metadata, status: 'to-do', imported, ...counts, ...given } as unknown as DocumentSummary
}
const letter = document(
  'Letter 10',
  { outlet: 'Gazette', date: '1945-05-09', archive: 'Box 10' },
  { words: 900 },
)
const speech = document('speech', { outlet: 'Radio', date: '1945' }, { words: 1200, status: 'done' })
const note = document('Note', { archive: 'Box 9' }, { words: 90, status: 'in-progress' })
const reply = document('Letter 9', { outlet: 'gazette', date: '1945-05' })
const all = [letter, speech, note, reply]
const columns = columnsFor(all)
const column = (name: string) => columns.find((one) => one.id === name)!
const titles = (documents: readonly DocumentSummary[]) => documents.map(({ title }) => title)
const by = (name: string, descending = false) => titles(sorted(all, column(name), descending))
const narrowed = (name: string, filter: ColumnFilter) =>
  titles(tableRows(all, columns, { sort: null, filters: { [name]: filter } }))

test('there is a column for every field of the user’s own', () => {
  expect(columns.map(({ title }) => title)).toContain('archive')
  expect(columnsFor([]).map(({ title }) => title)).not.toContain('archive')
})

test('titles sort naturally, numbers by size, statuses by progress, dates in time, what is empty last', () => {
  expect(by('title')).toEqual(['Letter 9', 'Letter 10', 'Note', 'speech'])
  expect(by('words', true)).toEqual(['speech', 'Letter 10', 'Note', 'Letter 9'])
  expect(by('status')).toEqual(['Letter 10', 'Letter 9', 'Note', 'speech'])
  expect(by('date')).toEqual(['speech', 'Letter 9', 'Letter 10', 'Note'])
  expect(by('date', true)).toEqual(['Letter 10', 'Letter 9', 'speech', 'Note'])
  expect(by('field:archive', true)).toEqual(['Letter 10', 'Note', 'speech', 'Letter 9'])
})

test('a column lets through what contains, is, is empty or lies between', () => {
  expect(narrowed('outlet', { kind: 'contains', words: 'GAZ' })).toEqual(['Letter 10', 'Letter 9'])
  expect(narrowed('outlet', { kind: 'is', value: 'radio' })).toEqual(['speech'])
  expect(narrowed('field:archive', { kind: 'empty' })).toEqual(['speech', 'Letter 9'])
  expect(narrowed('field:archive', { kind: 'filled' })).toEqual(['Letter 10', 'Note'])
  expect(narrowed('words', { kind: 'between', from: '90', to: '900' })).toEqual(['Letter 10', 'Note'])
  expect(narrowed('gone', { kind: 'empty' })).toEqual(titles(all))
})

test('a year or a month takes in what may lie in it', () => {
  const between = (from: string, to: string) => narrowed('date', { kind: 'between', from, to })
  expect(between('1945', '1945')).toEqual(['Letter 10', 'speech', 'Letter 9'])
  expect(between('1945-05-10', '')).toEqual(['speech', 'Letter 9'])
  expect(between('', '1945-04')).toEqual(['speech'])
  expect(between('1946', '')).toEqual([])
})

test('sorting loses nothing and leaves alike rows in their order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'A', 'b 2', 'b 10', '')),
      fc.boolean(),
      fc.constantFrom('title', 'words', 'date'),
      (names, descending, name) => {
        const documents = names.map((title) => document(title, { date: title }, { words: title.length }))
        const result = sorted(documents, column(name), descending)
        expect(new Set(result)).toEqual(new Set(documents))
        for (const [index, one] of result.entries()) {
          const next = result[index + 1]
          if (next && one.title === next.title) expect(one.id).toBeLessThan(next.id)
        }
      },
    ),
  )
})

test('rows are copied with the titles of their columns, one line each', () => {
  const odd = document('A\ttab\nand a line', { outlet: 'Radio' })
  expect(asTabs([odd, note], [column('title'), column('outlet'), column('words')])).toBe(
    'Title\tOutlet\tWords\nA tab and a line\tRadio\t0\nNote\t\t90',
  )
})

test('a filter reads as words', () => {
  expect(filterInWords({ kind: 'between', from: '1945', to: '' })).toBe('from 1945')
  expect(filterInWords({ kind: 'between', from: '', to: '1950' })).toBe('up to 1950')
  expect(filterInWords({ kind: 'contains', words: 'tram' })).toBe('contains tram')
})
