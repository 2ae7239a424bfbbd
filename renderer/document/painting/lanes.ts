/**
 * Lines under overlapping annotations, and bars beside them, are told apart by their distance from the text: their
 * lane, counted from the text outwards. More than this many at one place share the outermost.
 */
export const laneCount = 8

/**
 * The lanes for stretches in reading order (by start, the longer first), so that none has the lane of another that
 * it overlaps or touches, as long as there are lanes: the first free one each time, as rooms are given to lectures.
 * `joinedTo`: for each an earlier one whose lane it has, or -1; that one’s end is then where this one begins.
 */
export function assignLanes(
  starts: ArrayLike<number>,
  ends: ArrayLike<number>,
  joinedTo?: ArrayLike<number>,
): Uint8Array {
  const lanes = new Uint8Array(starts.length)
  const taken = new Int32Array(laneCount).fill(-1)
  for (let i = 0; i < starts.length; i++) {
    const before = joinedTo?.[i] ?? -1
    const lane = before >= 0 ? lanes[before]! : firstFree(taken, starts[i]!)
    lanes[i] = lane
    taken[lane] = Math.max(taken[lane]!, ends[i]!)
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
