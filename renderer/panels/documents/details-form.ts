import type { DocumentStatus, DocumentSummary, Metadata } from '../../../preload/contract/document.ts'
import type { InputOf } from '../../../preload/contract/index.ts'
import { dateFrom, isDate } from '../../store/date-in-words.ts'
import { isKnownField, type KnownField, knownFields } from '../../store/documents/field-values.ts'
import { languageFrom } from '../../store/documents/languages.ts'

/**
 * Details of one document or of many as they are being edited. A field is `null` where documents differ and nobody
 * has written there yet. A row of `own` without a name is not kept; `was` is the name it has in the documents.
 */
export interface DetailsForm {
  title: string
  status: DocumentStatus | null
  known: Record<KnownField, string | null>
  own: OwnField[]
}

export interface OwnField {
  row: number
  /** '' for a field that is new. */
  was: string
  name: string
  value: string | null
}

type Documents = readonly Pick<DocumentSummary, 'title' | 'status' | 'metadata'>[]

export function toForm(documents: Documents): DetailsForm {
  const all = documents.map(({ metadata }) => metadata)
  const shared = (name: string) => sharedBy(all.map((metadata) => metadata[name] ?? ''))
  const names = new Set(all.flatMap((metadata) => Object.keys(metadata)))
  return {
    title: documents[0]?.title ?? '',
    status: sharedBy(documents.map(({ status }) => status)),
    known: Object.fromEntries(knownFields.map((name) => [name, shared(name)])) as DetailsForm['known'],
    own: [...names]
      .filter((name) => !isKnownField(name))
      .map((name, row) => ({ row, was: name, name, value: shared(name) })),
  }
}

/** What they all have; null when they differ. */
function sharedBy<T>(values: readonly T[]): T | null {
  const [first] = values
  return first !== undefined && values.every((value) => value === first) ? first : null
}

/** Only what differs from the details of one. Known fields that are empty are left out of the metadata. */
export function toChange(document: Documents[number], { title, status, known, own }: DetailsForm) {
  const metadata: Metadata = {}
  for (const name of knownFields) {
    const value = tidied(name, known[name] ?? '')
    if (value !== '') metadata[name] = value
  }
  for (const { name, value } of own) if (name.trim() !== '') metadata[name.trim()] = value ?? ''
  const change: InputOf<'document.update'>['change'] = {}
  if (title.trim() !== document.title) change.title = title.trim()
  if (status !== null && status !== document.status) change.status = status
  if (!same(metadata, document.metadata)) change.metadata = metadata
  return change
}

/** What of it is to be changed in all of many. */
export function toChangeOfMany(documents: Documents, form: DetailsForm) {
  const before = toForm(documents)
  const fields: Metadata = {}
  const renamed: Metadata = {}
  for (const name of knownFields) {
    const value = form.known[name]
    if (value !== null && value !== before.known[name]) fields[name] = tidied(name, value)
  }
  for (const { was, name, value } of form.own) {
    const called = name.trim()
    if (was !== '' && called !== '' && called !== was) renamed[was] = called
    const earlier = before.own.find((one) => one.name === was)
    if (called !== '' && value !== null && value !== earlier?.value) fields[called] = value
  }
  for (const { name } of before.own) {
    const row = form.own.find(({ was }) => was === name)
    if (!row || row.name.trim() === '') fields[name] = ''
  }
  const change: InputOf<'document.updateMany'>['change'] = {}
  if (form.status !== null && form.status !== before.status) change.status = form.status
  if (Object.keys(fields).length > 0) change.fields = fields
  if (Object.keys(renamed).length > 0) change.renamed = renamed
  return change
}

/** Why it cannot be saved, in a sentence; '' when it can. */
export function problemIn({ title, known, own }: DetailsForm): string {
  if (title.trim() === '') return 'A document needs a title.'
  if (!isDate(dateFrom(known.date ?? ''))) return dateHint
  return own.some(({ name }, index) => nameProblem(own, index, name) !== '')
    ? 'Each field needs a name of its own.'
    : ''
}

/** What stands in a field in which several documents differ. */
export const severalValues = 'Several values'

export const dateHint = 'Write a year, a month or a day: 2021, 2021-05 or 3 May 2021.'

/** What is wrong with the name of a field of one’s own. */
export function nameProblem(own: readonly { name: string }[], index: number, name: string): string {
  if (isKnownField(name.trim())) return 'This field stands above.'
  const twice = own.some((other, at) => at < index && other.name.trim() === name.trim() && name.trim() !== '')
  return twice ? 'This name is taken.' : ''
}

function tidied(name: KnownField, value: string): string {
  if (name === 'language') return languageFrom(value)
  return name === 'date' ? dateFrom(value) : value.trim()
}

function same(a: Metadata, b: Metadata): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
