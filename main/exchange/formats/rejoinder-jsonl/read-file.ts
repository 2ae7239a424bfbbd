import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Failure } from '../../../../preload/contract/failure.ts'
import { inSlices } from '../../arrival/slices.ts'
import { type Beside, datasetReader, longLine, type Problem, type ReadDataset } from './dataset-reader.ts'

export interface ReadingOptions extends Beside {
  signal?: AbortSignal | undefined
  /** Told now and then; bytes. */
  progress?: undefined | ((done: number, of: number) => void)
}

/** A line of a file that is refused; lines count from 1. */
export class RefusedLine extends Failure {
  readonly line: number

  constructor({ line, what }: Problem) {
    super('unreadable', `Line ${line}: ${what}`)
    this.line = line
  }
}

/** All of the file or nothing: throws `RefusedLine` at the first line that is wrong, `cancelled` when stopped. */
export async function readExchangeFile(path: string, options: ReadingOptions = {}): Promise<ReadDataset> {
  return readLines(path, options, (problem) => {
    throw new RefusedLine(problem)
  })
}

/** Everything that is wrong with a file, by line. */
export async function checkExchangeFile(path: string, options: ReadingOptions = {}): Promise<Problem[]> {
  const problems: Problem[] = []
  await readLines(path, options, (problem) => problems.push(problem))
  return problems.sort((a, b) => a.line - b.line)
}

/** In bytes, read at a time. */
const chunkLength = 1 << 20
/** In bytes; what V8 can still hold as one string. */
const longestLine = 400_000_000

async function readLines(
  path: string,
  { signal, progress, ...beside }: ReadingOptions,
  problem: (problem: Problem) => void,
): Promise<ReadDataset> {
  const { size } = await stat(path)
  const reader = datasetReader(problem, beside)
  // A byte order mark is allowed at the very beginning, where the first decoder swallows it.
  const first = new TextDecoder('utf-8', { fatal: true })
  const later = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let line = 0
  let done = 0
  let rest: Uint8Array[] = []
  let held = 0

  const take = (bytes: Uint8Array): Promise<void> | undefined => {
    line += 1
    const source = decoded(line === 1 ? first : later, bytes)
    if (bytes.length > longLine) return inSlices(reader.reading(source), signal)
    reader.line(source)
    return undefined
  }

  for await (const bytes of createReadStream(path, { highWaterMark: chunkLength }) as AsyncIterable<Buffer>) {
    if (signal?.aborted) throw new Failure('cancelled', 'The import was stopped.')
    let start = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      const reading = take(joined(rest, bytes.subarray(start, end)))
      if (reading) await reading
      if (reader.isMuchWaiting()) await inSlices(reader.checking(), signal)
      rest = []
      held = 0
      start = end + 1
    }
    if (start < bytes.length) rest.push(bytes.subarray(start))
    held += bytes.length - start
    if (held > longestLine) {
      await inSlices(reader.checking(), signal)
      throw new RefusedLine({ line: line + 1, what: 'the line is longer than can be read' })
    }
    done += bytes.length
    progress?.(done, size)
  }
  if (held > 0) await take(joined(rest, new Uint8Array()))
  await inSlices(reader.checking(), signal)
  return reader.end()
}

function decoded(decoder: TextDecoder, bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

function joined(parts: readonly Uint8Array[], last: Uint8Array): Uint8Array {
  return parts.length === 0 ? last : Buffer.concat([...parts, last])
}
