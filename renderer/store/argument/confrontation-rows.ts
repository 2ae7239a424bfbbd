import type { AnswerColumns, ConfrontationColumns } from '../../../preload/contract/confrontation.ts'
import { gap, keyOf } from './confrontation-view.ts'

/** An answer in its place, or the gap where there is none. */
export interface AnswerRow {
  /** The number of the claim, then those of the answers that lead here; ends with `gap` where none answers. */
  path: readonly number[]
  /** How many answers there are to it. */
  further: number
  isUnfolded: boolean
  /** Whoever gives it stands above already, so that it does not unfold. */
  isAgain: boolean
  isLast: boolean
  /** For each answer above it, whether more answers beside that one come below. */
  goesOn: readonly boolean[]
}

/**
 * The rows of all claims, each claim with one at least. Only those of claims that are looked at are made: there may be
 * 100,000.
 */
export class ConfrontationRows {
  readonly columns: ConfrontationColumns
  /** The first row of each claim; one more than there are claims. */
  readonly tops: Int32Array
  readonly #unfolded: ReadonlyMap<string, AnswerColumns>
  readonly #made = new Map<number, readonly AnswerRow[]>()
  #placeOf: Map<number, number> | undefined

  constructor(columns: ConfrontationColumns, unfolded: ReadonlyMap<string, AnswerColumns>) {
    this.columns = columns
    this.#unfolded = unfolded
    const { claim, start } = columns
    this.tops = new Int32Array(claim.length + 1)
    const withUnfolded = new Set([...unfolded.keys()].map((key) => Number(key.split(' ', 1)[0])))
    for (const [place, thing] of claim.entries()) {
      const own = withUnfolded.has(thing) ? this.rowsOf(place).length : start[place + 1]! - start[place]!
      this.tops[place + 1] = this.tops[place]! + Math.max(1, own)
    }
  }

  get count(): number {
    return this.tops.at(-1)!
  }

  /** Which claim a row belongs to, counted from 0. */
  claimAt(row: number): number {
    let [low, high] = [0, this.tops.length - 2]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (this.tops[middle]! <= row) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The rows of a claim, in order. */
  rowsOf(place: number): readonly AnswerRow[] {
    const known = this.#made.get(place)
    if (known) return known
    const { claim, start, answer, by, further } = this.columns
    const [from, to] = [start[place]!, start[place + 1]!]
    const thing = claim[place]!
    const own = {
      answer: answer.subarray(from, to),
      by: by.subarray(from, to),
      further: further.subarray(from, to),
    }
    const rows = from === to ? [missing(thing)] : [...this.#below(own, [thing], [thing], [])]
    this.#made.set(place, rows)
    return rows
  }

  rowAt(row: number): AnswerRow {
    const place = this.claimAt(row)
    return this.rowsOf(place)[row - this.tops[place]!]!
  }

  *#below(
    { answer, by, further }: Pick<AnswerColumns, 'answer' | 'by' | 'further'>,
    path: readonly number[],
    givers: readonly number[],
    goesOn: readonly boolean[],
  ): Generator<AnswerRow> {
    for (const [i, one] of answer.entries()) {
      const own = [...path, one]
      const isAgain = givers.includes(by[i]!)
      const below = isAgain ? undefined : this.#unfolded.get(keyOf(own))
      const isLast = i === answer.length - 1
      yield { path: own, further: further[i]!, isUnfolded: below !== undefined, isAgain, isLast, goesOn }
      if (below) yield* this.#below(below, own, [...givers, by[i]!], [...goesOn, !isLast])
    }
  }

  /** Where a claim stands among them; -1 where it does not. */
  placeOf(thing: number): number {
    this.#placeOf ??= new Map([...this.columns.claim].map((one, place) => [one, place]))
    return this.#placeOf.get(thing) ?? -1
  }

  /** The row of a cell, or of what is left of the way to it; the first row where the claim has gone. */
  rowOf(path: readonly number[]): number {
    const place = path[0] === undefined ? -1 : this.placeOf(path[0])
    if (place < 0) return 0
    const rows = this.rowsOf(place)
    for (let length = path.length; length > 1; length--) {
      const key = keyOf(path.slice(0, length))
      const at = rows.findIndex((row) => keyOf(row.path) === key)
      if (at >= 0) return this.tops[place]! + at
    }
    return this.tops[place]!
  }

  /** The same cell where it is still there, else the nearest that is; none where there are no rows. */
  settled(path: readonly number[]): readonly number[] {
    if (this.count === 0) return []
    const row = this.rowAt(this.rowOf(path))
    return path.length < 2 ? row.path.slice(0, 1) : row.path
  }
}

const missing = (thing: number): AnswerRow => ({
  path: [thing, gap],
  further: 0,
  isUnfolded: false,
  isAgain: false,
  isLast: true,
  goesOn: [],
})

/** Where a key leads from a cell; undefined for keys that do not move, and at the ends. */
export function cellAfterKey(
  key: string,
  path: readonly number[],
  rows: ConfrontationRows,
  page: number,
): readonly number[] | undefined {
  if (rows.count === 0) return undefined
  const isClaim = path.length < 2
  const at = rows.rowOf(path)
  const last = isClaim ? rows.tops.length - 2 : rows.count - 1
  const now = isClaim ? rows.claimAt(at) : at
  const moves: Record<string, number> = {
    ArrowDown: now + 1,
    ArrowUp: now - 1,
    Home: 0,
    End: last,
    PageDown: isClaim ? rows.claimAt(Math.min(rows.count - 1, at + page - 1)) : now + page - 1,
    PageUp: isClaim ? rows.claimAt(Math.max(0, at - page + 1)) : now - page + 1,
  }
  const to = moves[key]
  if (to !== undefined) {
    const place = Math.max(0, Math.min(last, to))
    return isClaim ? [rows.columns.claim[place]!] : rows.rowAt(place).path
  }
  const row = rows.rowAt(at)
  if (key === 'ArrowRight') {
    if (isClaim) return row.path
    return row.isUnfolded ? rows.rowAt(at + 1).path : undefined
  }
  if (key === 'ArrowLeft' && !isClaim) return path.slice(0, -1)
  return undefined
}
