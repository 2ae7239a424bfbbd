import type { CopyParameters } from './parameters.ts'

/**
 * The sketch of a text: of each `window` shingles in a row the one whose number is smallest, by its first unit. That is
 * the MinHash of every window at once (one hash function, each minimum kept once; “winnowing”, S. Schleimer, D. S.
 * Wilkerson and A. Aiken, 2003), so any run of `shingle` + `window` − 1 words that two texts share leaves the same
 * fingerprint in both, wherever it begins and whatever stands around it.
 */
export function eachFingerprint(
  hash: Int32Array,
  { shingle, shingleOfCharacters, window }: CopyParameters,
  take: (unit: number, fingerprint: number) => void,
): void {
  const count = hash.length
  /** A window of numbers, and the unit each begins at; none for a shingle that does not fit. */
  const numbers = new Int32Array(window)
  const filled = new Uint8Array(window)
  let last = -1
  for (let unit = 0; unit < count; unit++) {
    const length = (hash[unit]! & 1) === 1 ? shingleOfCharacters : shingle
    const slot = unit % window
    filled[slot] = unit + length <= count ? 1 : 0
    if (filled[slot] === 1) numbers[slot] = shingleAt(hash, unit, length)
    if (unit < window - 1) continue
    // The rightmost of the smallest, so that the next windows keep it too.
    let best = -1
    for (let at = unit - window + 1; at <= unit; at++) {
      if (filled[at % window] === 1 && (best < 0 || numbers[at % window]! <= numbers[best % window]!))
        best = at
    }
    if (best > last) {
      last = best
      take(best, numbers[best % window]!)
    }
  }
}

/** One number for so many units in a row. */
function shingleAt(hash: Int32Array, unit: number, length: number): number {
  let number = 0x9e3779b9 | 0
  for (let at = unit; at < unit + length; at++) {
    number = Math.imul(number ^ hash[at]!, 0x85ebca6b)
    number ^= number >>> 13
  }
  return Math.imul(number, 0xc2b2ae35)
}
