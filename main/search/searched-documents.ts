import type { SearchedDocument } from '../../db/repositories/search-texts.ts'
import { foldText } from '../../preload/contract/finding/fold-text.ts'
import type { SearchedDocuments } from '../../preload/contract/search.ts'

/** The documents that fit, in the order they came. */
export function fittingDocuments(
  documents: readonly SearchedDocument[],
  { title, fields, from, until }: SearchedDocuments,
): readonly SearchedDocument[] {
  const wanted = [
    ...(title.trim() === '' ? [] : [(document: SearchedDocument) => holds(document.title, title)]),
    ...fields
      .filter(({ value }) => value.trim() !== '')
      .map(
        ({ name, value }) =>
          ({ metadata }: SearchedDocument) =>
            holds(metadata[name] ?? '', value),
      ),
    ...(from.trim() === ''
      ? []
      : [({ metadata }: SearchedDocument) => endsFrom(metadata.date ?? '', from.trim())]),
    ...(until.trim() === ''
      ? []
      : [({ metadata }: SearchedDocument) => beginsUntil(metadata.date ?? '', until.trim())]),
  ]
  return wanted.length === 0
    ? documents
    : documents.filter((document) => wanted.every((fits) => fits(document)))
}

const holds = (value: string, words: string) => folded(value).includes(folded(words.trim()))
const folded = (text: string) =>
  foldText(text, { ignoreCase: true, ignoreAccents: true, ignoreForms: true, isTurkic: false }).text

/** A date may be a year or a month: it lies in a range when some day of it does. */
const endsFrom = (date: string, from: string) => date !== '' && `${date}\uffff` >= from
const beginsUntil = (date: string, until: string) => date !== '' && date <= `${until}\uffff`

/** For each document its place by date; those without a date come last. */
export function dateRanks(documents: readonly SearchedDocument[]): Int32Array {
  const order = documents.map((_, at) => at)
  const dateOf = (at: number) => documents[at]!.metadata.date || '\uffff'
  order.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : a - b))
  const rank = new Int32Array(documents.length)
  order.forEach((at, place) => {
    rank[at] = place
  })
  return rank
}
