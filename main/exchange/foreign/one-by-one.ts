import { Failure } from '../../../preload/contract/failure.ts'
import type { ReadingOptions } from '../formats/annotation-format.ts'

/**
 * Takes what can be read by itself, one after the other. Where broken files are passed over, such a one is told with
 * its path, and a reading that follows lets it be; else the first that is broken is the failure.
 */
export async function oneByOne<T extends string | { path: string }>(
  things: readonly T[],
  { signal, refusing }: ReadingOptions,
  take: (thing: T, index: number) => Promise<void>,
): Promise<void> {
  for (const [index, thing] of things.entries()) {
    if (signal?.aborted) throw new Failure('cancelled', 'The import was stopped.')
    const path = typeof thing === 'string' ? thing : thing.path
    if (refusing?.isRefused(path)) continue
    try {
      await take(thing, index)
    } catch (error) {
      if (!refusing || !(error instanceof Failure) || error.code !== 'unreadable') throw error
      refusing.refuse(path, error)
    }
  }
}
