/**
 * Lines under overlapping annotations, and bars beside them, are told apart by their distance from the text: their
 * lane, counted from the text outwards. More than this many at one place share the outermost.
 */
export const laneCount = 8

/** So many that share the outermost lane are drawn at one place: further ones would be drawn over and over each other. */
export const mostInOutermost = 30
/** The lane of what is not drawn. */
export const undrawn = 255

/**
 * The lanes for stretches in reading order (by start, the longer first), so that none has the lane of another that
 * it overlaps or touches, as long as there are lanes: the first free one each time, as rooms are given to lectures.
 * `joinedTo`: for each an earlier one whose lane it has, or -1; that one’s end is then where this one begins.
 * Where the outermost has too many, those that begin last are `undrawn`.
 */
export function assignLanes(
  starts: ArrayLike<number>,
  ends: ArrayLike<number>,
  joinedTo?: ArrayLike<number>,
): Uint8Array {
  const lanes = new Uint8Array(starts.length)
  const taken = new Int32Array(laneCount).fill(-1)
  const crowd = new Crowd(mostInOutermost)
  for (let i = 0; i < starts.length; i++) {
    const before = joinedTo?.[i] ?? -1
    const free = before >= 0 ? lanes[before]! : firstFree(taken, starts[i]!)
    const lane = free === laneCount - 1 && !crowd.admits(starts[i]!, ends[i]!) ? undrawn : free
    lanes[i] = lane
    if (lane !== undrawn) taken[lane] = Math.max(taken[lane]!, ends[i]!)
  }
  return lanes
}

function firstFree(takenUntil: Int32Array, start: number): number {
  for (let lane = 0; lane < laneCount; lane++) if (takenUntil[lane]! < start) return lane
  return laneCount - 1
}

/** The lane for one more stretch beside neighbours that keep theirs. */
export function laneBeside(neighbours: Iterable<number>): number {
  const taken = new Set(neighbours)
  for (let lane = 0; lane < laneCount; lane++) if (!taken.has(lane)) return lane
  return laneCount - 1
}

/** Stretches that come by their start and are let in while there is room for one more where they begin. */
class Crowd {
  readonly #most: number
  /** Where those end that are inside, and others that have left. */
  #ends: number[] = []
  #firstToLeave = Infinity

  constructor(most: number) {
    this.#most = most
  }

  admits(start: number, end: number): boolean {
    if (this.#ends.length === this.#most && this.#firstToLeave < start) {
      this.#ends = this.#ends.filter((one) => one >= start)
      this.#firstToLeave = Math.min(...this.#ends)
    }
    if (this.#ends.length === this.#most) return false
    this.#ends.push(end)
    this.#firstToLeave = Math.min(this.#firstToLeave, end)
    return true
  }
}
