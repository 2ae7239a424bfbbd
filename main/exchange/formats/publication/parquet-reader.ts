import { open } from 'node:fs/promises'
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet'

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

/** Left to itself the library drops a byte order mark at the beginning of any string. */
const parsers = { stringFromBytes: (bytes: Uint8Array) => decoder.decode(bytes) }

/** The rows of a Parquet file, a row group at a time. What is missing in a row is null. */
export async function* parquetRows(path: string): AsyncGenerator<Record<string, unknown>[]> {
  const handle = await open(path)
  try {
    const { size } = await handle.stat()
    const file = {
      byteLength: size,
      async slice(start: number, end = size): Promise<ArrayBuffer> {
        const bytes = new Uint8Array(Math.max(0, end - start))
        await handle.read(bytes, 0, bytes.length, start)
        return bytes.buffer
      },
    }
    const metadata = await parquetMetadataAsync(file)
    let rowStart = 0
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows)
      yield await parquetReadObjects({ file, metadata, rowStart, rowEnd, parsers })
      rowStart = rowEnd
    }
  } finally {
    await handle.close()
  }
}
