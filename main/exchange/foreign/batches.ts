import { mustGoOn } from '../target.ts'
import type { WritingOptions } from '../writing-options.ts'

/** Pieces written at a time. */
const batch = 1000

/** Joins pieces into larger ones for the disk. Tells how far it is; fails with `cancelled` when stopped. */
export function* inBatches(
  pieces: Iterable<string>,
  of: number,
  { signal, progress }: WritingOptions,
): Generator<string> {
  let waiting: string[] = []
  let done = 0
  const ready = (): string => {
    mustGoOn(signal)
    done += waiting.length
    progress(Math.min(done, of), of)
    const joined = waiting.join('')
    waiting = []
    return joined
  }
  for (const piece of pieces) {
    waiting.push(piece)
    if (waiting.length === batch) yield ready()
  }
  yield ready()
}
