import { setTimeout } from 'node:timers/promises'
import { Failure } from '../../../preload/contract/failure.ts'

/** As long as this, in milliseconds, the project may keep the window waiting. */
const slice = 12

/** Does work that pauses in slices, between which the project answers. Fails with `cancelled`. */
export async function inSlices<T>(work: Generator<unknown, T>, signal?: AbortSignal): Promise<T> {
  let end = performance.now() + slice
  let step = work.next()
  while (!step.done) {
    if (performance.now() > end) {
      // A timer and not setImmediate, which comes before messages that have arrived.
      await setTimeout(0)
      end = performance.now() + slice
      step = signal?.aborted ? work.throw(new Failure('cancelled', 'The import was stopped.')) : work.next()
    } else step = work.next()
  }
  return step.value
}
