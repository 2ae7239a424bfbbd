import type { Cluster } from './clusters.ts'

/** Where the keyboard is: a lane, and a mark in it; -1 is the name of the claim. */
export interface Stop {
  row: number
  stop: number
}

/** Where a key leads; null for keys that do not move. In another lane to the mark that is nearest in time. */
export function stopAfterKey(
  key: string,
  { row, stop }: Stop,
  rows: number,
  page: number,
  clustersOf: (row: number) => readonly Cluster[],
): Stop | null {
  const own = clustersOf(row)
  const toRow = (wanted: number): Stop => {
    const next = Math.max(0, Math.min(rows - 1, wanted))
    return { row: next, stop: next === row ? stop : nearest(own[stop], clustersOf(next)) }
  }
  switch (key) {
    case 'ArrowRight':
      return { row, stop: Math.min(own.length - 1, stop + 1) }
    case 'ArrowLeft':
      return { row, stop: Math.max(-1, stop - 1) }
    case 'Home':
      return { row, stop: -1 }
    case 'End':
      return { row, stop: own.length - 1 }
    case 'ArrowDown':
      return toRow(row + 1)
    case 'ArrowUp':
      return toRow(row - 1)
    case 'PageDown':
      return toRow(row + page - 1)
    case 'PageUp':
      return toRow(row - page + 1)
    default:
      return null
  }
}

/** From the name of a claim one comes to the name of the next; from what has no date to what has none. */
function nearest(from: Cluster | undefined, to: readonly Cluster[]): number {
  if (!from) return -1
  if (!from.days) return to.length - 1
  const day = from.days.first
  let best = -1
  for (const [at, { days, kind }] of to.entries()) {
    if (!days) continue
    const [own, other] = [
      distance(days.first, day),
      best < 0 ? Infinity : distance(to[best]!.days!.first, day),
    ]
    if (own < other || (own === other && kind === from.kind)) best = at
  }
  return best
}

const distance = (one: number, other: number) => Math.abs(one - other)
