import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { compare, naturalKey, plain } from '../../store/documents/natural-order.ts'
import type { ColumnFilter, TableView } from '../../store/documents/table-view.ts'
import { statuses } from '../documents/StatusSign.tsx'
import type { Column } from './columns.ts'

type Documents = readonly DocumentSummary[]

/** The rows of the table: what all filters let through, sorted. What is empty comes last in either direction. */
export function tableRows(
  documents: Documents,
  columns: readonly Column[],
  { sort, filters }: Pick<TableView, 'sort' | 'filters'>,
): Documents {
  let rows = documents
  for (const [id, filter] of Object.entries(filters)) {
    const column = columns.find((one) => one.id === id)
    if (column) rows = rows.filter(testOf(column, filter))
  }
  const column = columns.find(({ id }) => id === sort?.column)
  return column ? sorted(rows, column, sort?.descending ?? false) : rows
}

/** Rows that are alike keep the order they had. */
export function sorted(rows: Documents, column: Column, descending: boolean): Documents {
  const direction = descending ? -1 : 1
  return rows
    .map((document) => ({ document, key: sortKey(column, document) }))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || direction * compare(a.key, b.key))
    .map(({ document }) => document)
}

/** Numbers by their size, statuses by how far the work is, dates as they are kept (ISO), words naturally. */
function sortKey(column: Column, document: DocumentSummary): string | number {
  if (column.numberOf) return column.numberOf(document)
  if (column.kind === 'status') return statuses.findIndex(({ id }) => id === document.status)
  if (column.kind === 'day') return document.imported
  const text = column.textOf(document)
  return column.kind === 'date' ? text : naturalKey(text)
}

function testOf(column: Column, filter: ColumnFilter): (document: DocumentSummary) => boolean {
  const { textOf, numberOf } = column
  switch (filter.kind) {
    case 'contains': {
      const wanted = plain(filter.words.trim())
      return (document) => plain(textOf(document)).includes(wanted)
    }
    case 'is': {
      const wanted = plain(filter.value.trim())
      return (document) => plain(textOf(document)) === wanted
    }
    case 'empty':
      return (document) => textOf(document) === ''
    case 'filled':
      return (document) => textOf(document) !== ''
    case 'between':
      return numberOf
        ? (document) => isBetweenNumbers(numberOf(document), filter.from, filter.to)
        : (document) => isBetweenDates(textOf(document), filter.from.trim(), filter.to.trim())
  }
}

function isBetweenNumbers(number: number, from: string, to: string): boolean {
  return (from.trim() === '' || number >= Number(from)) && (to.trim() === '' || number <= Number(to))
}

/**
 * ISO dates, of which either may be a year or a month only: 1945 reaches from its first day to its last, and a date
 * that could lie on either side of an end is taken in.
 */
function isBetweenDates(date: string, from: string, to: string): boolean {
  if (date === '') return false
  const head = (text: string, like: string) => text.slice(0, Math.min(text.length, like.length))
  return (
    (from === '' || head(date, from) >= head(from, date)) && (to === '' || head(date, to) <= head(to, date))
  )
}

/** A filter in words, as “contains tram”. */
export function filterInWords(filter: ColumnFilter): string {
  switch (filter.kind) {
    case 'contains':
      return `contains ${filter.words}`
    case 'is':
      return `is ${filter.value}`
    case 'empty':
      return 'is empty'
    case 'filled':
      return 'is not empty'
    case 'between':
      if (filter.from === '') return `up to ${filter.to}`
      return filter.to === '' ? `from ${filter.from}` : `${filter.from} to ${filter.to}`
  }
}

/** Rows as tab-separated text with the titles of the columns above; tabs and line ends in a cell become spaces. */
export function asTabs(rows: Documents, columns: readonly Column[]): string {
  const line = (cells: readonly string[]) => cells.map((cell) => cell.replace(/[\t\r\n]+/g, ' ')).join('\t')
  const body = rows.map((document) => line(columns.map((column) => column.textOf(document))))
  return [line(columns.map(({ title }) => title)), ...body].join('\n')
}
