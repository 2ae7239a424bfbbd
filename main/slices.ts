/** Long work in pieces short enough that other requests hardly wait. */
export interface Slices {
  /** Rests when this piece has lasted long enough; to be awaited often. */
  rest(): Promise<void> | undefined
}

/** What one piece may take, in milliseconds; a piece may end a little later than it should. */
export const sliceMs = 15

/** `signal` ends the work at the next rest, by its reason. */
export function inSlices(signal?: AbortSignal, ms = sliceMs): Slices {
  let begun = performance.now()
  return {
    rest() {
      if (performance.now() - begun < ms) return undefined
      return new Promise((resolve, reject) =>
        // A timer and not setImmediate, which comes before messages that have arrived.
        setTimeout(() => {
          begun = performance.now()
          if (signal?.aborted) reject(signal.reason)
          else resolve()
        }, 0),
      )
    },
  }
}
