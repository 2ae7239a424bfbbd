import type { DocumentDetails, DocumentStatus, Metadata } from '../../../preload/contract/document.ts'
import type { InputOf } from '../../../preload/contract/index.ts'
import { isDate } from './date-in-words.ts'

/** The fields the program knows by name; any other is the user’s own. */
export const knownFields = ['author', 'outlet', 'date', 'language', 'url'] as const
export type KnownField = (typeof knownFields)[number]

/** Details as they are being edited. A row of `own` without a name is not kept. */
export interface DetailsForm {
  title: string
  status: DocumentStatus
  known: Record<KnownField, string>
  own: { row: number; name: string; value: string }[]
}

export function toForm({ title, status, metadata }: DocumentDetails): DetailsForm {
  const known = Object.fromEntries(
    knownFields.map((name) => [name, metadata[name] ?? '']),
  ) as DetailsForm['known']
  const own = Object.entries(metadata)
    .filter(([name]) => !isKnown(name))
    .map(([name, value], row) => ({ row, name, value }))
  return { title, status, known, own }
}

/** Only what differs from the details. Known fields that are empty are left out of the metadata. */
export function toChange(details: DocumentDetails, { title, status, known, own }: DetailsForm) {
  const metadata: Metadata = {}
  for (const name of knownFields) if (known[name].trim() !== '') metadata[name] = known[name].trim()
  for (const { name, value } of own) if (name.trim() !== '') metadata[name.trim()] = value
  const change: InputOf<'document.update'>['change'] = {}
  if (title.trim() !== details.title) change.title = title.trim()
  if (status !== details.status) change.status = status
  if (!same(metadata, details.metadata)) change.metadata = metadata
  return change
}

/** Why it cannot be saved, in a sentence; '' when it can. */
export function problemIn({ title, known, own }: DetailsForm): string {
  if (title.trim() === '') return 'A document needs a title.'
  if (!isDate(known.date.trim())) return dateHint
  return own.some(({ name }, index) => nameProblem(own, index, name) !== '')
    ? 'Each field needs a name of its own.'
    : ''
}

export const dateHint = 'Write a year, a month or a day: 2021, 2021-05 or 2021-05-03.'

/** What is wrong with the name of a field of one’s own. */
export function nameProblem(own: DetailsForm['own'], index: number, name: string): string {
  if (isKnown(name.trim())) return 'This field stands above.'
  const twice = own.some((other, at) => at < index && other.name.trim() === name.trim() && name.trim() !== '')
  return twice ? 'This name is taken.' : ''
}

const isKnown = (name: string): boolean => (knownFields as readonly string[]).includes(name)

function same(a: Metadata, b: Metadata): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
