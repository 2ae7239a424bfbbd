/** Does work that pauses all in one. */
export function atOnce<T>(work: Generator<unknown, T>): T {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

/** Work that does not pause, as work that may. */
// biome-ignore lint/correctness/useYield: that it does not is the point.
export function* inOne<T>(work: () => T): Generator<void, T> {
  return work()
}
