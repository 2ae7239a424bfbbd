import { collectionsField, collectionsOf, withCollections } from '../../../preload/contract/collections.ts'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { changeDocument, changeDocuments } from '../../commands/edit-document.ts'
import { countOf } from '../../store/counting.ts'
import { dateFrom, isDate } from '../../store/date-in-words.ts'
import { fieldValues } from '../../store/documents/field-values.ts'
import { languageFrom, languageTags } from '../../store/documents/languages.ts'
import { say } from '../../store/notices.ts'
import { dateHint } from '../documents/details-form.ts'
import { statuses } from '../documents/StatusSign.tsx'
import type { Column } from './columns.ts'

/** What can be written into a cell of this column, to choose from. */
export function suggestionsFor(
  column: Pick<Column, 'kind' | 'field'>,
  documents: readonly DocumentSummary[],
): string[] {
  switch (column.kind) {
    case 'status':
      return statuses.map(({ title }) => title)
    case 'language':
      return languageTags(fieldValues(documents).get('language') ?? []).map(
        ({ tag, name }) => `${name} (${tag})`,
      )
    case 'text':
      return fieldValues(documents).get(column.field) ?? []
    default:
      return []
  }
}

/** Those of the suggestions that hold the words; first those that begin with them. */
export function fitting(suggestions: readonly string[], words: string, limit: number): string[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return suggestions.slice(0, limit)
  const found = suggestions.filter((one) => one.toLowerCase().includes(wanted))
  const first = found.filter((one) => one.toLowerCase().startsWith(wanted))
  return [...first, ...found.filter((one) => !first.includes(one))].slice(0, limit)
}

/** Why these words cannot stand in the column, in a sentence; '' when they can. */
export function problemWith(column: Pick<Column, 'kind'>, words: string): string {
  const typed = words.trim()
  if (column.kind === 'title' && typed === '') return 'A document needs a title.'
  if (column.kind === 'date' && !isDate(dateFrom(typed))) return dateHint
  if (column.kind === 'status' && statusOf(typed) === undefined) return 'Choose to do, in progress or done.'
  return ''
}

/** Writes words into a column of documents, as one step. A title is written into the first alone. */
export async function writeCell(column: Column, ids: readonly DocumentId[], words: string): Promise<void> {
  const typed = words.trim()
  const [first] = ids
  if (first === undefined || problemWith(column, typed) !== '') return
  if (column.kind === 'title') return changeDocument(first, { title: typed })
  const status = statusOf(typed)
  if (column.kind === 'status') {
    if (status) await changeDocuments([...ids], { status })
  } else await changeDocuments([...ids], { fields: { [column.field]: tidied(column, typed) } })
  if (ids.length > 1) say(`${column.title} set in ${countOf(ids.length, 'document')}`)
}

/** As the project keeps it: a date in numbers, a language by its tag. */
export function tidied(column: Pick<Column, 'kind' | 'field'>, words: string): string {
  const typed = words.trim()
  if (column.kind === 'date') return dateFrom(typed)
  if (column.kind === 'language') return languageFrom(typed)
  if (column.field !== collectionsField) return typed
  return withCollections({}, collectionsOf({ [collectionsField]: typed }))[collectionsField] ?? ''
}

const statusOf = (words: string) =>
  statuses.find(({ id, title }) => [id, title.toLowerCase()].includes(words.toLowerCase()))?.id
