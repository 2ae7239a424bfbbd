import type { SearchedDocument } from '../db/repositories/search-texts.ts'
import { daysOf } from '../preload/contract/dates.ts'

export type DocumentDates = ReturnType<typeof readDates>

const known = new WeakMap<readonly SearchedDocument[], DocumentDates>()

/** The dates of documents as numbers, so that hundreds of thousands are compared in no time. Read once for each list. */
export function documentDates(documents: readonly SearchedDocument[]): DocumentDates {
  const read = known.get(documents) ?? readDates(documents)
  known.set(documents, read)
  return read
}

function readDates(documents: readonly SearchedDocument[]) {
  const about = new Map(documents.map(({ documentId, metadata }) => [documentId as number, metadata]))
  const largest = documents.reduce((most, { documentId }) => Math.max(most, documentId), 0)
  const rank = new Int32Array(largest + 1)
  const begin = new Int32Array(largest + 1)
  const end = new Int32Array(largest + 1)
  const dated = documents.flatMap(({ documentId, metadata }) => {
    const span = daysOf(metadata.date ?? '')
    return span ? [{ id: documentId, date: metadata.date ?? '', span }] : []
  })
  // As text: to ask each time whether it is a date takes ten times as long.
  dated.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  for (const [i, { id, date, span }] of dated.entries()) {
    rank[id] = dated[i - 1]?.date === date ? rank[dated[i - 1]!.id]! : i + 1
    begin[id] = span.first
    end[id] = span.last
  }

  const isDated = (document: number): boolean => (rank[document] ?? 0) > 0
  return {
    about: (document: number) => about.get(document),
    /** As it is known; '' where there is none. */
    dateOf: (document: number): string => about.get(document)?.date ?? '',
    /** By document id: its place by date, from 1, the same for the same date; 0 without one that can be read. */
    rank,
    /** The first of the days that a date may mean; undated ones have none. */
    firstDay: (document: number): number | undefined => (isDated(document) ? begin[document] : undefined),
    /** The last of them. */
    lastDay: (document: number): number | undefined => (isDated(document) ? end[document] : undefined),
    /** Whether it has a date that can be read. */
    isDated,
    /** As claim cards order them, a year before its months; what has no date last. */
    compare(one: number, other: number): number {
      const [a, b] = [rank[one] ?? 0, rank[other] ?? 0]
      return a === b ? 0 : a === 0 ? 1 : b === 0 ? -1 : a - b
    },
    /** The earlier of two, the first of equals; one without a date where neither has any. */
    earlier(one: number, other: number): number {
      const [a, b] = [rank[one] ?? 0, rank[other] ?? 0]
      return a !== 0 && (b === 0 || a <= b) ? one : other
    },
    /** The one that ends later: of a year and a month in it the year. */
    later: (one: number, other: number): number =>
      isDated(one) && (!isDated(other) || end[one]! >= end[other]!) ? one : other,
  }
}
