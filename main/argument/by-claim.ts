import type { Argument } from './argument.ts'

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
export function mentionsByClaim({ claim, claims, order }: Argument): ByClaim {
  const { begin, rows } = groupByClaim(largestClaim(claims), order.length, (at) => claim[order[at]!]!)
  return { begin, rows: rows.map((at) => order[at]!) }
}

export function rowsOfClaim({ begin, rows }: ByClaim, claim: number): Int32Array {
  return claim + 1 < begin.length ? rows.subarray(begin[claim], begin[claim + 1]) : rows.subarray(0, 0)
}

export const largestClaim = (claims: Int32Array): number => claims.reduce((most, id) => Math.max(most, id), 0)
