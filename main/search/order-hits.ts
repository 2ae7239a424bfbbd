import type { LineOrder } from '../../preload/contract/search.ts'
import { type Corpus, wordFrom } from './corpus.ts'
import type { Hits } from './hits.ts'

/** Words away from the hit by which lines are sorted, the first first. Negative: to the left. */
const keysOf: Record<Exclude<LineOrder, 'text' | 'date' | 'hit'>, number[]> = {
  'left-1': [-1, -2, -3],
  'left-2': [-2, -1, -3],
  'left-3': [-3, -1, -2],
  'right-1': [1, 2, 3],
  'right-2': [2, 1, 3],
  'right-3': [3, 1, 2],
}

/**
 * The rows in another order. Lines that are alike stay in the order of the texts. `dateRank`: for a document its
 * place by date. Null: they are in order already.
 */
export function orderHits(
  hits: Hits,
  order: LineOrder,
  corpus: Corpus,
  dateRank: (documentId: number) => number,
): Int32Array | null {
  if (order === 'text') return null
  const rows = Int32Array.from({ length: hits.length }, (_, row) => row)
  if (order === 'date')
    return sortedBy(
      rows,
      rankedBy(hits, (row) => dateRank(hits.document[row]!)),
    )
  if (order === 'hit') return byWords(rows, hits, corpus, [0, 1, 2])
  return byWords(rows, hits, corpus, keysOf[order])
}

function byWords(rows: Int32Array, hits: Hits, corpus: Corpus, keys: readonly number[]): Int32Array {
  const ranks = corpus.vocabulary.ranks()
  const { wordOf } = corpus.vocabulary
  const before = new Int32Array(hits.length)
  const after = new Int32Array(hits.length)
  const textOf = textsOf(hits, corpus)
  const isOfHit = keys[0] === 0
  for (let row = 0; row < hits.length; row++) {
    before[row] = hits.word[row]!
    if (isOfHit || keys[0]! < 0) continue
    const text = textOf(row)
    after[row] = text ? wordFrom(corpus, text, hits.end[row]!) - 1 : 0
  }
  let sorted = rows
  // The least of the keys first: each pass keeps what the one before has sorted.
  for (const key of keys.toReversed()) {
    const rank = rankedBy(hits, (row) => {
      const form = textOf(row)?.forms[key > 0 && !isOfHit ? after[row]! + key : before[row]! + key]
      return form === undefined ? 0 : ranks[wordOf[form]!]!
    })
    sorted = sortedBy(sorted, rank)
  }
  return sorted
}

/** The text of a row; rows come in order of documents, so that the last one is remembered. */
function textsOf(hits: Hits, corpus: Corpus) {
  let id = -1
  let text = corpus.get(-1)
  return (row: number) => {
    const wanted = hits.document[row]!
    if (wanted !== id) {
      id = wanted
      text = corpus.get(id)
    }
    return text
  }
}

function rankedBy(hits: Hits, rankOf: (row: number) => number): Int32Array {
  const rank = new Int32Array(hits.length)
  for (let row = 0; row < hits.length; row++) rank[row] = rankOf(row)
  return rank
}

/** By counting: a million rows take some milliseconds, and rows of one rank keep their order. */
function sortedBy(rows: Int32Array, rank: Int32Array): Int32Array {
  let most = 0
  for (const one of rank) if (one > most) most = one
  const places = new Int32Array(most + 2)
  for (const one of rank) places[one + 1]!++
  for (let at = 1; at < places.length; at++) places[at]! += places[at - 1]!
  const sorted = new Int32Array(rows.length)
  for (const row of rows) sorted[places[rank[row]!]!++] = row
  return sorted
}
