/** More edits than this are not followed: what comes after stays without a partner. */
const mostEdits = 1500

/**
 * Which of `b` each of `a` is, -1 for those that are none: the longest common sequence, found by its fewest edits (E. W.
 * Myers, “An O(ND) difference algorithm and its variations”, Algorithmica 1, 1986). Partners ascend in both. Takes the
 * length times the edits, so texts that are nearly the same cost little.
 */
export function aligned<T>(a: ArrayLike<T>, b: ArrayLike<T>): Int32Array {
  const partner = new Int32Array(a.length).fill(-1)
  let first = 0
  while (first < a.length && first < b.length && a[first] === b[first]) {
    partner[first] = first
    first += 1
  }
  let [aEnd, bEnd] = [a.length, b.length]
  while (aEnd > first && bEnd > first && a[aEnd - 1] === b[bEnd - 1]) partner[--aEnd] = --bEnd
  if (aEnd > first && bEnd > first) fillBetween(a, b, first, aEnd, bEnd, partner)
  return partner
}

/** Both begin at `first`, and nothing at either end is the same. */
function fillBetween<T>(
  a: ArrayLike<T>,
  b: ArrayLike<T>,
  first: number,
  aEnd: number,
  bEnd: number,
  partner: Int32Array,
): void {
  const [n, m] = [aEnd - first, bEnd - first]
  const most = Math.min(n + m, mostEdits)
  /** For each diagonal (a − b, from −most) how far into `a` the path with so many edits has come. */
  const reach = new Int32Array(2 * most + 3)
  const middle = most + 1
  const before: Int32Array[] = []
  let [best, bestX, bestY, bestEdits] = [-1, 0, 0, 0]
  for (let edits = 0; edits <= most; edits++) {
    before.push(reach.slice(middle - edits - 1, middle + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = middle + diagonal
      let x = comesDown(reach, at, diagonal, edits) ? reach[at + 1]! : reach[at - 1]! + 1
      let y = x - diagonal
      while (x < n && y < m && a[first + x] === b[first + y]) {
        x += 1
        y += 1
      }
      reach[at] = x
      if (x > n || y > m) continue
      if (x + y > best) [best, bestX, bestY, bestEdits] = [x + y, x, y, edits]
      if (x === n && y === m) {
        traceBack(before, edits, n, m, first, partner)
        return
      }
    }
  }
  traceBack(before, bestEdits, bestX, bestY, first, partner)
}

const comesDown = (reach: Int32Array, at: number, diagonal: number, edits: number): boolean =>
  diagonal === -edits || (diagonal !== edits && reach[at - 1]! < reach[at + 1]!)

function traceBack(
  before: readonly Int32Array[],
  edits: number,
  toX: number,
  toY: number,
  first: number,
  partner: Int32Array,
): void {
  let [x, y] = [toX, toY]
  for (let left = edits; left >= 0; left--) {
    const reach = before[left]!
    const diagonal = x - y
    const at = diagonal + left + 1
    const down = comesDown(reach, at, diagonal, left)
    const fromX = left === 0 ? 0 : down ? reach[at + 1]! : reach[at - 1]!
    const fromY = left === 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1)
    while (x > fromX && y > fromY) partner[first + --x] = first + --y
    x = fromX
    y = fromY
  }
}
