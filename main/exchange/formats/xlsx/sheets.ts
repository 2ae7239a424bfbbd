import { xmlAttribute } from '../../../xml/xml-text.ts'
import type { Table, Value } from '../tables.ts'
import { type ColumnKind, cellOf, columnName, headCell, kindOf } from './cells.ts'

/** Rows that a sheet can have; one is the head. */
const mostRows = 1_048_576

/** A sheet of a workbook; a table too long for one goes on in the next. */
export interface Sheet {
  name: string
  columns: string[]
  /** Rows below the head. */
  length: number
  /** To be asked for once, sheet after sheet. */
  rows(): Iterable<Value[]>
}

/** In the order of the tables. `most` is for tests. */
export function sheetsOf(tables: readonly Table[], most = mostRows): Sheet[] {
  return tables.flatMap(({ name, columns, length, rows }) => {
    const iterator = rows[Symbol.iterator]()
    const count = Math.max(1, Math.ceil(length / (most - 1)))
    return Array.from({ length: count }, (_, index): Sheet => {
      const own = Math.min(length - index * (most - 1), most - 1)
      return {
        name: name.replace('-', ' ') + (index === 0 ? '' : ` ${index + 1}`),
        columns,
        length: own,
        *rows() {
          for (let row = 0; row < own; row++) {
            const next = iterator.next()
            if (next.done) return
            yield next.value
          }
        },
      }
    })
  })
}

const widths: Record<ColumnKind, number> = { id: 14, date: 19, number: 11, words: 60, short: 22 }

/** A worksheet with its head frozen and a filter over all columns, row after row. `advance` hears of each row. */
export function* sheetXml({ columns, length, rows }: Sheet, advance: () => void): Generator<string> {
  const kinds = columns.map(kindOf)
  const names = columns.map((_, index) => columnName(index))
  const cols = kinds.map(
    (kind, i) => `<col min="${i + 1}" max="${i + 1}" width="${widths[kind]}" customWidth="1"/>`,
  )
  yield `${xmlStart}<worksheet xmlns="${spreadsheet}"><dimension ref="${rangeOf(columns.length, length)}"/>` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${cols.join('')}</cols><sheetData>` +
    `<row r="1">${columns.map((name, i) => headCell(name, `${names[i]}1`)).join('')}</row>`
  let number = 1
  for (const row of rows()) {
    number++
    let cells = ''
    for (let i = 0; i < row.length; i++) cells += cellOf(row[i]!, kinds[i]!, names[i]! + number)
    yield `<row r="${number}">${cells}</row>`
    advance()
  }
  yield `</sheetData><autoFilter ref="${rangeOf(columns.length, length)}"/></worksheet>`
}

/** The hidden name by which Excel knows the filter of a sheet. */
export function filterName({ name, columns, length }: Sheet, index: number): string {
  const range = rangeOf(columns.length, length).replace(/[A-Z]+|\d+/g, (part) => `$${part}`)
  return `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${xmlAttribute(name)}'!${range}</definedName>`
}

const rangeOf = (columns: number, rows: number) => `A1:${columnName(columns - 1)}${rows + 1}`

export const xmlStart = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
