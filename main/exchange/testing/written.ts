import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type * as Data from '../dataset.ts'
import type { FormatWriter, ReadingOptions, WrittenFiles } from '../formats/annotation-format.ts'

export const reading: ReadingOptions = { signal: undefined, progress: () => {} }

export interface Written extends WrittenFiles {
  /** By path; for a single file under ''. */
  content: Record<string, Buffer>
}

/** Writes to a place of its own, takes all files and clears it away. */
export async function written(writer: FormatWriter, dataset: Data.Dataset): Promise<Written> {
  const folder = await mkdtemp(join(tmpdir(), 'written-'))
  try {
    const to = join(folder, 'out')
    const options = { signal: new AbortController().signal, progress: () => {} }
    const result = await writer.write(dataset, to, options)
    const content: Record<string, Buffer> = {}
    for (const file of result.files) content[file] = await readFile(join(to, file))
    return { ...result, content }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
