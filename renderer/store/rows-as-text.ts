import { cell } from '../../preload/contract/csv-cell.ts'

export type Row = readonly (string | number)[]

/** Rows as a spreadsheet pastes them: tabs between cells, one line each, formulas as words. */
export function asTabs(rows: readonly Row[]): string {
  return rows.map((row) => row.map((value) => cell(value).replace(/[\t\n\r]+/g, ' ')).join('\t')).join('\n')
}

/** The same as CSV (RFC 4180); words that a spreadsheet would run as a formula have an apostrophe before them. */
export function asCsv(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map((value) => quoted(cell(value))).join(',')}\r\n`).join('')
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
