import { collectionsField } from '../../../preload/contract/collections.ts'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { ownFieldNames } from '../../store/documents/field-values.ts'
import { statuses } from '../documents/StatusSign.tsx'

/** What a column shows. `field` is the name in the metadata it is read from and written to; '' for what is none. */
export interface Column {
  id: string
  title: string
  kind: 'title' | 'status' | 'text' | 'date' | 'language' | 'number' | 'day' | 'file'
  field: string
  /** As it stands in the cell, and is copied; '' where there is nothing. */
  textOf: (document: DocumentSummary) => string
  /** Of columns of numbers. */
  numberOf?: (document: DocumentSummary) => number
}

export const isEditable = ({ kind }: Column): boolean =>
  kind !== 'number' && kind !== 'day' && kind !== 'file'

const fieldColumn = (id: string, title: string, field: string, kind: Column['kind'] = 'text'): Column => ({
  id,
  title,
  kind,
  field,
  textOf: ({ metadata }) => metadata[field] ?? '',
})

type Count = 'words' | 'annotations' | 'claims' | 'unanswered' | 'links'
const countColumn = (id: Count, title: string): Column => ({
  id,
  title,
  kind: 'number',
  field: '',
  // What is not counted yet is below every number.
  textOf: (document) => (document[id] < 0 ? '' : String(document[id])),
  numberOf: (document) => document[id],
})

const statusTitles = Object.fromEntries(statuses.map(({ id, title }) => [id, title]))

const builtIn: readonly Column[] = [
  { id: 'title', title: 'Title', kind: 'title', field: '', textOf: ({ title }) => title },
  { id: 'status', title: 'Status', kind: 'status', field: '', textOf: ({ status }) => statusTitles[status]! },
  fieldColumn('author', 'Author', 'author'),
  fieldColumn('outlet', 'Outlet', 'outlet'),
  fieldColumn('date', 'Date', 'date', 'date'),
  fieldColumn('language', 'Language', 'language', 'language'),
  fieldColumn('url', 'Web address', 'url'),
  fieldColumn('collections', 'Collections', collectionsField),
  countColumn('words', 'Words'),
  countColumn('annotations', 'Annotations'),
  countColumn('links', 'Links'),
  countColumn('claims', 'Claim passages'),
  countColumn('unanswered', 'No counter'),
  {
    id: 'imported',
    title: 'Imported',
    kind: 'day',
    field: '',
    textOf: ({ imported }) => imported.slice(0, 10),
  },
  { id: 'file', title: 'File', kind: 'file', field: '', textOf: ({ file }) => file },
]

/** The columns there can be: the built-in ones, and one for each field of the user’s own. */
export function columnsFor(documents: readonly DocumentSummary[]): Column[] {
  const own = ownFieldNames(documents).filter((name) => name !== collectionsField)
  return [...builtIn, ...own.map((name) => fieldColumn(`field:${name}`, name, name))]
}

/** Whether it is a field of the user’s own, which can get another name. */
export const isOwnField = ({ id }: Column): boolean => id.startsWith('field:')
