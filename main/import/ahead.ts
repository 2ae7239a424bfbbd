/** So many things are worked on before they are asked for: enough for nobody to wait, and few enough to be held. */
const ahead = 4

/** So many bytes are held ahead, or one file that is larger. */
const mostBytes = 64_000_000

/**
 * What work on things gives, in their order, begun on a few of them before they are asked for: on fewer where they are
 * large, by their size in bytes. What fails does so when its turn has come; what was begun and is not asked for any more
 * is nobody’s.
 */
export async function* workedAhead<T, R>(
  things: readonly T[],
  work: (thing: T) => Promise<R>,
  sizeOf: (thing: T) => Promise<number>,
): AsyncGenerator<() => R, never> {
  const begun: { outcome: Promise<() => R>; size: number }[] = []
  for (let next = 0; ; ) {
    for (; begun.length < ahead && next < things.length; next += 1) {
      const size = await sizeOf(things[next]!)
      const held = begun.reduce((sum, one) => sum + one.size, 0)
      if (begun.length > 0 && held + size > mostBytes) break
      begun.push({ outcome: withOutcome(work(things[next]!)), size })
    }
    const first = begun.shift()
    if (first === undefined) throw new Error('Something is asked for after the last.')
    yield await first.outcome
  }
}

/** A promise that does not fail: what it gives gives the result or throws. */
export function withOutcome<R>(work: Promise<R>): Promise<() => R> {
  return work.then(
    (result) => () => result,
    (error: unknown) => () => {
      throw error
    },
  )
}
