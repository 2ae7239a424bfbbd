import type { DocumentDates } from '../document-dates.ts'
import type { Argument } from './argument.ts'
import { keptWith } from './kept-with.ts'

/** Rows by claim: those of a claim stand together in `rows`, from `begin[claim]` up to `begin[claim + 1]`. */
export interface ByClaim {
  begin: Int32Array
  rows: Int32Array
}

/** `largest`: the largest id of a claim. Rows of a claim of 0, or of a larger one, are left out. */
export function groupByClaim(largest: number, count: number, claimOf: (row: number) => number): ByClaim {
  const begin = new Int32Array(largest + 2)
  for (let row = 0; row < count; row++) {
    const claim = claimOf(row)
    if (claim > 0 && claim <= largest) begin[claim + 1]! += 1
  }
  for (let claim = 1; claim < begin.length; claim++) begin[claim]! += begin[claim - 1]!
  const rows = new Int32Array(begin[largest + 1]!)
  const next = begin.slice()
  for (let row = 0; row < count; row++) {
    const claim = claimOf(row)
    if (claim > 0 && claim <= largest) rows[next[claim]!++] = row
  }
  return { begin, rows }
}

/** The passages that state each claim: by document id, then in reading order. */
export const mentionsByClaim = keptWith(({ claim, claims, order }: Argument): ByClaim => {
  const { begin, rows } = groupByClaim(largestClaim(claims), order.length, (at) => claim[order[at]!]!)
  return { begin, rows: rows.map((at) => order[at]!) }
})

/** By claim id: how many passages state it. */
export const countByClaim = keptWith(({ claims, claim, order }: Argument): Int32Array => {
  const counts = new Int32Array(largestClaim(claims) + 1)
  for (const id of order) counts[claim[id]!]! += 1
  return counts
})

/** By claim id: the document with the earliest date among those that state it; 0 where none has a date. */
export const firstDocuments = keptWith(
  ({ claims, claim, document, order }: Argument, dates: DocumentDates): Int32Array => {
    const first = new Int32Array(largestClaim(claims) + 1)
    for (const id of order) {
      const own = claim[id]!
      if (own !== 0 && dates.isDated(document[id]!)) first[own] = dates.earlier(first[own]!, document[id]!)
    }
    return first
  },
)

export function rowsOfClaim({ begin, rows }: ByClaim, claim: number): Int32Array {
  return claim + 1 < begin.length ? rows.subarray(begin[claim], begin[claim + 1]) : rows.subarray(0, 0)
}

/** Claims come in the order they were made, which is that of their ids. */
export const largestClaim = (claims: Int32Array): number => claims.at(-1) ?? 0
