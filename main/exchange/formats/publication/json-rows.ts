import { createReadStream } from 'node:fs'

/** The rows of a JSON Lines file with their line numbers, from 1. A line that is no object comes as null. */
export async function* jsonRows(path: string): AsyncGenerator<[Record<string, unknown> | null, number]> {
  const stream = createReadStream(path, 'utf8')
  try {
    let number = 0
    // Only LF ends a line: the texts hold other signs that some take for line ends.
    // Put together once it has ended: a long line comes in many pieces.
    let unended: string[] = []
    for await (const piece of stream) {
      const [end, ...lines] = (piece as string).split('\n')
      unended.push(end!)
      for (const line of lines) {
        yield [rowOf(unended.join('')), ++number]
        unended = [line]
      }
    }
    const rest = unended.join('')
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
