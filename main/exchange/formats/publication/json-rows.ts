import { createReadStream } from 'node:fs'

/** The rows of a JSON Lines file with their line numbers, from 1. A line that is no object comes as null. */
export async function* jsonRows(path: string): AsyncGenerator<[Record<string, unknown> | null, number]> {
  const stream = createReadStream(path, 'utf8')
  try {
    let number = 0
    // Only LF ends a line: the texts hold other signs that some take for line ends.
    let rest = ''
    for await (const piece of stream) {
      const lines = `${rest}${piece as string}`.split('\n')
      rest = lines.pop()!
      for (const line of lines) yield [rowOf(line), ++number]
    }
    if (rest !== '') yield [rowOf(rest), ++number]
  } finally {
    stream.destroy()
  }
}

function rowOf(line: string): Record<string, unknown> | null {
  try {
    const row: unknown = JSON.parse(line)
    return typeof row === 'object' && row !== null && !Array.isArray(row)
      ? (row as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}
