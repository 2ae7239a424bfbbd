import type { SearchedDocument } from '../../db/repositories/search-texts.ts'
import { daysBetweenBounds, daysOf, mayLieWithin } from '../../preload/contract/dates.ts'
import type { DocumentFilter } from '../../preload/contract/filter.ts'
import { foldText } from '../../preload/contract/finding/fold-text.ts'

/** The documents that fit, in the order they came. */
export function fittingDocuments(
  documents: readonly SearchedDocument[],
  { title, fields, from, until }: DocumentFilter,
): readonly SearchedDocument[] {
  const range = daysBetweenBounds(from, until)
  const wanted = [
    ...(title.trim() === '' ? [] : [(document: SearchedDocument) => holds(document.title, title)]),
    ...fields
      .filter(({ value }) => value.trim() !== '')
      .map(
        ({ name, value }) =>
          ({ metadata }: SearchedDocument) =>
            holds(metadata[name] ?? '', value),
      ),
    ...(from.trim() === '' && until.trim() === ''
      ? []
      : [({ metadata }: SearchedDocument) => liesWithin(metadata.date ?? '')]),
  ]
  return wanted.length === 0
    ? documents
    : documents.filter((document) => wanted.every((fits) => fits(document)))

  /** A date may be a year or a month: it lies in a range when some day of it does. */
  function liesWithin(date: string): boolean {
    const days = daysOf(date)
    return days !== null && mayLieWithin(days, range)
  }
}

const holds = (value: string, words: string) => folded(value).includes(folded(words.trim()))
const folded = (text: string) =>
  foldText(text, { ignoreCase: true, ignoreAccents: true, ignoreForms: true, isTurkic: false }).text
