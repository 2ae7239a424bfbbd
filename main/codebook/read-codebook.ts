import { readFile, stat } from 'node:fs/promises'
import { Failure } from '../../preload/contract/failure.ts'
import type { ReadCodebook } from './codebook-data.ts'
import { codebookFormats } from './formats.ts'

/** In bytes; a codebook is far smaller. */
const largest = 50_000_000

/** Reads a codebook from a file, whatever its name: by its first sign. Fails with `unreadable`. */
export async function readCodebook(path: string): Promise<ReadCodebook> {
  const { size } = await stat(path).catch(() => {
    throw new Failure('unreadable', 'This file cannot be read. It may have been moved or renamed.')
  })
  if (size > largest) throw new Failure('unreadable', 'This file is too large for a codebook.')
  const text = decoded(await readFile(path))
  const first = text.replace(/^\ufeff/, '').trimStart()[0]
  const name = first === '{' ? 'rejoinder-jsonl' : first === '<' ? 'qdc' : 'csv'
  const read = codebookFormats.find((format) => format.name === name)?.read
  const codebook = read!(text)
  if (codebook.tags.length === 0 && codebook.linkTypes.length === 0)
    throw new Failure('unreadable', 'There is no codebook in this file.')
  return codebook
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Failure('unreadable', 'This file is not in UTF-8. Save it as UTF-8 and choose it again.')
  }
}
