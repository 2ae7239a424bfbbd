import type { SearchedDocument } from '../../db/repositories/search-texts.ts'

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
