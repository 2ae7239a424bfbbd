/** So many things are worked on before they are asked for: enough for nobody to wait, and few enough to be held. */
const ahead = 4

/**
 * What work on things gives, in their order, begun on a few of them before they are asked for. What fails does so when
 * its turn has come; what was begun and is not asked for any more is nobody’s.
 */
export async function* workedAhead<T, R>(
  things: readonly T[],
  work: (thing: T) => Promise<R>,
): AsyncGenerator<() => R, never> {
  const begun: Promise<() => R>[] = []
  for (let next = 0; ; ) {
    for (; begun.length < ahead && next < things.length; next += 1)
      begun.push(withOutcome(work(things[next]!)))
    const first = begun.shift()
    if (first === undefined) throw new Error('Something is asked for after the last.')
    yield await first
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
