import { Failure } from '../../../preload/contract/failure.ts'
import type { ReadingOptions, SourceFiles } from '../formats/annotation-format.ts'

/** In UTF-16 code units. */
const longestLine = 100_000_000

/**
 * The lines of a file in UTF-8, without their ends and a portion at a time, so that the file need not be held; also the
 * empty one after the last line end. A byte order mark stays. What is kept of a line must be `detached`, since it holds
 * the portion. Fails with `unreadable`, for other encodings with the sentence of `notUtf8`.
 */
export async function* textLines(
  source: SourceFiles,
  path: string,
  { signal, progress, notUtf8 }: LinesOptions,
): AsyncGenerator<readonly string[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decoded = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      throw new Failure('unreadable', notUtf8)
    }
  }
  const size = source.sizeOf(path)
  let done = 0
  let begun: string[] = []
  let begunLength = 0
  // A line feed may come after it, in the next piece.
  let held = ''
  for await (const bytes of source.pieces(path)) {
    if (signal?.aborted) throw new Failure('cancelled', 'The import was stopped.')
    let piece = held + decoded(bytes)
    held = piece.endsWith('\r') ? '\r' : ''
    if (held !== '') piece = piece.slice(0, -1)
    const lines = piece.includes('\r') ? piece.split(/\r\n|[\n\r]/) : piece.split('\n')
    const last = lines.pop()!
    if (lines.length > 0) {
      lines[0] = [...begun, lines[0]].join('')
      begun = []
      begunLength = 0
      yield lines
    }
    begun.push(last)
    begunLength += last.length
    if (begunLength > longestLine) {
      throw new Failure('unreadable', `“${path || source.name}” has a line that is longer than can be read.`)
    }
    done += bytes.length
    progress(done, size)
  }
  const end = [...begun, decoded()].join('')
  yield held === '' ? [end] : [end, '']
}

export interface LinesOptions extends Pick<ReadingOptions, 'signal' | 'progress'> {
  notUtf8: string
}
