import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect } from 'vitest'
import { PuttingAway, storeIn } from '../../spool/putting-away.ts'
import { SpoolFile } from '../../spool/spool-file.ts'
import type { FormatReader, SourceFiles } from '../annotation-format.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** In megabytes, and without what nobody needs any more. */
export function held(): number {
  // What was outside of the heap is counted until the second time.
  collectGarbage()
  collectGarbage()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1_000_000
}

/** As a large file is read: a megabyte at a time. */
export function* inPieces(parts: Iterable<string>): Generator<Uint8Array> {
  let waiting: string[] = []
  let length = 0
  for (const part of parts) {
    waiting.push(part)
    length += part.length
    if (length < 1 << 20) continue
    yield Buffer.from(waiting.join(''))
    waiting = []
    length = 0
  }
  yield Buffer.from(waiting.join(''))
}

/**
 * Reads a file of these pieces, with texts put away and annotations handed over, and expects that at no time more was
 * held than `most`, in megabytes. Gives how many annotations there were.
 */
export async function expectHeld(
  reader: FormatReader,
  name: string,
  pieces: readonly Uint8Array[],
  most: number,
): Promise<number> {
  const size = pieces.reduce((sum, { length }) => sum + length, 0)
  expect(size).toBeGreaterThan(5_000_000)
  const source: SourceFiles = {
    ...{ name, paths: [''], sizeOf: () => size },
    read: () => Promise.reject(new Error('it was read at once')),
    async *pieces() {
      yield* pieces
    },
  }
  const spool = new SpoolFile()
  const weights = [held()]
  let told = 0
  let annotations = 0
  await reader.read(source, {
    signal: undefined,
    away: new PuttingAway(storeIn(spool)),
    handOver(done) {
      annotations += done.annotations.length
      done.annotations.length = 0
    },
    progress() {
      told += 1
      if (told % 2 === 0) weights.push(held())
    },
  })
  weights.push(held())
  spool.close()
  const [before, ...since] = weights
  expect(since.length).toBeGreaterThan(3)
  expect(Math.max(...since.map((one) => one - before!))).toBeLessThan(most)
  return annotations
}
