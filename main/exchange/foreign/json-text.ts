import { Failure } from '../../../preload/contract/failure.ts'
import type { SourceFiles } from '../formats/annotation-format.ts'
import { type JsonOptions, JsonProblem, type JsonValue, readJson } from '../json.ts'

/** How a file is called in sentences: with its folder where there are several. */
export function nameIn(source: SourceFiles, path: string): string {
  return path === '' ? source.name : path
}

/**
 * Fails with `unreadable` where it is not UTF-8. A byte order mark is left out, unless the file is known to be a text
 * that we have written. `where` begins a sentence.
 */
export function decodeUtf8(bytes: Uint8Array, where: string, { isOurs = false } = {}): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: isOurs }).decode(bytes)
  } catch {
    throw new Failure('unreadable', `${where} is not UTF-8: save it as UTF-8 and import it again.`)
  }
}

/** Reads a value leniently; fails with `unreadable`. `where` begins a sentence. */
export function parseJson(text: string, where: string, options: JsonOptions = {}): JsonValue {
  try {
    return readJson(text, { ...options, lenient: true })
  } catch (error) {
    if (error instanceof JsonProblem) throw new Failure('unreadable', `${where} ${error.message}.`)
    throw error
  }
}
