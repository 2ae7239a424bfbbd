import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What is in use after all that nobody needs has gone, in bytes. */
function inUse(): number {
  // What was outside of the heap is counted until the second time.
  collectGarbage()
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Begins now. Each look says how many MB more are held than at the beginning. */
export function weighing(): { look(): void; seen: readonly number[] } {
  const seen: number[] = []
  const before = inUse()
  return { look: () => seen.push((inUse() - before) / 1_000_000), seen }
}
