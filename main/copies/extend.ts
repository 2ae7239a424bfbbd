/** Words on both sides that are looked at together. */
const block = 20
const drop = 8

/** How far two texts go on alike. */
export interface Reach {
  a: number
  b: number
  /** Units that are the same on the way. */
  same: number
}

/**
 * From a place in two texts onwards (`step` 1) or back (-1): as far as what is the same outweighs what differs, a unit
 * for a unit. Words may have been left out or put in on either side.
 */
export function reachOf(
  a: Int32Array,
  b: Int32Array,
  from: { a: number; b: number },
  bounds: { a: number; b: number },
  step: 1 | -1,
): Reach {
  let at: Reach = { ...from, same: 0 }
  for (;;) {
    const next = stepOf(a, b, at, bounds, step)
    if (next.same === 0) return at
    at = { a: next.a, b: next.b, same: at.same + next.same }
  }
}

const width = block + 1
const score = new Int16Array(width * width)
const same = new Int16Array(width * width)

/** To the best place of the next block; `same` is 0 where none is better than staying. */
function stepOf(
  a: Int32Array,
  b: Int32Array,
  at: Reach,
  bounds: { a: number; b: number },
  step: 1 | -1,
): Reach {
  const n = Math.min(block, Math.abs(bounds.a - at.a))
  const m = Math.min(block, Math.abs(bounds.b - at.b))
  let [best, bestRow, bestColumn] = [0, 0, 0]
  for (let row = 0; row <= n; row++) {
    let rowBest = -drop
    for (let column = 0; column <= m; column++) {
      const cell = row * width + column
      if (row === 0 || column === 0) {
        score[cell] = -(row + column)
        same[cell] = 0
      } else {
        const isSame = unitAt(a, at.a, row, step) === unitAt(b, at.b, column, step)
        const across = cell - width - 1
        score[cell] = score[across]! + (isSame ? 1 : -1)
        same[cell] = same[across]! + (isSame ? 1 : 0)
        for (const from of [cell - 1, cell - width]) {
          if (score[from]! - 1 <= score[cell]!) continue
          score[cell] = score[from]! - 1
          same[cell] = same[from]!
        }
      }
      if (score[cell]! > rowBest) rowBest = score[cell]!
      if (score[cell]! > best) [best, bestRow, bestColumn] = [score[cell]!, row, column]
    }
    if (rowBest <= best - drop) break
  }
  return { a: at.a + step * bestRow, b: at.b + step * bestColumn, same: same[bestRow * width + bestColumn]! }
}

/** The unit that is `count` steps on from a place between units. */
const unitAt = (units: Int32Array, from: number, count: number, step: 1 | -1): number =>
  step === 1 ? units[from + count - 1]! : units[from - count]!
