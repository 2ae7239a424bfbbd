import { mustGoOn } from '../target.ts'
import type { WritingOptions } from '../writing-options.ts'

/**
 * Written at a time: so many pieces, or so many UTF-16 code units of them; a piece may be longer than that by itself.
 * Of more at a time the collector would take the pieces for lasting.
 */
const mostPieces = 1000
const mostUnits = 1 << 17

/** Joins pieces into larger ones for the disk. Tells how far it is; fails with `cancelled` when stopped. */
export function* inBatches(
  pieces: Iterable<string>,
  of: number,
  { signal, progress }: WritingOptions,
): Generator<string> {
  let waiting: string[] = []
  let units = 0
  let done = 0
  const ready = (): string => {
    mustGoOn(signal)
    done += waiting.length
    progress(Math.min(done, of), of)
    const joined = waiting.join('')
    waiting = []
    units = 0
    return joined
  }
  for (const piece of pieces) {
    waiting.push(piece)
    units += piece.length
    if (waiting.length === mostPieces || units >= mostUnits) yield ready()
  }
  yield ready()
}
