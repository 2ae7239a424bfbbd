import type { DeskRow } from '../../store/documents/desk-rows.ts'
import { hasOwnTitle, valueIn } from '../../store/documents/desk-rows.ts'
import { knownFields } from '../../store/documents/field-values.ts'
import { naturally } from '../../store/documents/natural-order.ts'
import type { Column } from '../document-table/columns.ts'
import { encodingTitle } from './encodings.ts'
import { formatTitle } from './formats.ts'

/** A column of the desk. `field` is what is written when a cell is edited: `title`, or the name in the metadata. */
export interface DeskColumn {
  id: string
  title: string
  kind: Column['kind'] | 'file' | 'found'
  field: string
  width: number
}

const builtIn: readonly DeskColumn[] = [
  { id: 'file', title: 'File', kind: 'file', field: '', width: 250 },
  { id: 'title', title: 'Title', kind: 'title', field: 'title', width: 240 },
  { id: 'author', title: 'Author', kind: 'text', field: 'author', width: 130 },
  { id: 'date', title: 'Date', kind: 'date', field: 'date', width: 112 },
  { id: 'language', title: 'Language', kind: 'language', field: 'language', width: 92 },
  { id: 'outlet', title: 'Outlet', kind: 'text', field: 'outlet', width: 120 },
  { id: 'url', title: 'Web address', kind: 'text', field: 'url', width: 150 },
]

const found: readonly DeskColumn[] = [
  { id: 'format', title: 'Format', kind: 'found', field: '', width: 130 },
  { id: 'encoding', title: 'Encoding', kind: 'found', field: '', width: 216 },
  { id: 'words', title: 'Words', kind: 'number', field: '', width: 74 },
]

/** Free fields that get a column of their own; more would bury the rest. */
const mostOwnFields = 12

/** The fields of their own that any of the files brings along, in the order of the columns. */
export function ownFieldsOf(rows: readonly DeskRow[]): string[] {
  const names = new Set<string>()
  for (const { file } of rows) for (const name of Object.keys(file.metadata)) names.add(name)
  for (const name of knownFields) names.delete(name)
  return [...names].sort(naturally).slice(0, mostOwnFields)
}

/** The built-in columns, and one for each of these fields. */
export function columnsWith(fields: readonly string[]): DeskColumn[] {
  return [
    ...builtIn,
    ...fields.map(
      (name): DeskColumn => ({ id: `field:${name}`, title: name, kind: 'text', field: name, width: 120 }),
    ),
    ...found,
  ]
}

export const canWrite = ({ field }: DeskColumn): boolean => field !== ''

/** Whether this cell can be written: a table has its titles from its rows, a dataset all it needs. */
export function isWritable({ file }: DeskRow, column: DeskColumn): boolean {
  if (!canWrite(column) || file.state !== 'read') return false
  return column.field !== 'title' || hasOwnTitle(file)
}

/** As it stands in the cell; '' where there is nothing. */
export function textOf(row: DeskRow, { id, field }: DeskColumn): string {
  const { file } = row
  if (id === 'file') return file.name
  if (id === 'format') return formatTitle(file.format)
  if (id === 'encoding') return encodingTitle(file.reading.encoding)
  if (id === 'words') return file.words === 0 ? '' : file.words.toLocaleString('en')
  if (field === 'title' && file.state === 'failed') return file.problem
  if (field === 'title' && file.state === 'exchange') return 'Brings a whole dataset'
  if (field === 'title' && file.reading.table) return tableInWords(file.documents)
  return valueIn(row, field)
}

/** The chosen folder that all files lie in, with its `/`; '' where there are several or none. */
export function sharedFolder(rows: readonly DeskRow[]): string {
  const name = rows[0]?.file.name ?? ''
  const folder = name.slice(0, name.indexOf('/') + 1)
  return rows.every(({ file }) => file.name.startsWith(folder)) ? folder : ''
}

const tableInWords = (documents: number) =>
  `${documents.toLocaleString('en')} ${documents === 1 ? 'text' : 'texts'}, one of each row`
