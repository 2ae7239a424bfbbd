import { setImmediate } from 'node:timers/promises'
import { Failure } from '../../../preload/contract/failure.ts'

/** As long as this, in milliseconds, the project may keep the window waiting. */
const slice = 12

/** Does work that pauses all in one. */
export function atOnce<T>(work: Generator<unknown, T>): T {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

/** Does work that pauses in slices, between which the project answers. Fails with `cancelled`. */
export async function inSlices<T>(work: Generator<unknown, T>, signal: AbortSignal): Promise<T> {
  let end = performance.now() + slice
  let step = work.next()
  while (!step.done) {
    if (performance.now() > end) {
      await setImmediate()
      if (signal.aborted) throw new Failure('cancelled', 'The import was stopped.')
      end = performance.now() + slice
    }
    step = work.next()
  }
  return step.value
}
