import type { ImportedFile } from '../../preload/contract/document.ts'
import { Failure } from '../../preload/contract/failure.ts'
import { RefusedLine } from '../exchange/formats/rejoinder-jsonl/read-file.ts'
import type { PassedOver } from './listing.ts'
import { counted } from './tally.ts'

/** An entry of the report. */
export function outcome(
  { name, path }: { name: string; path: string },
  outcome: ImportedFile['outcome'],
  rest: Partial<ImportedFile>,
): ImportedFile {
  return { name, path, outcome, documentIds: [], notes: [], problem: '', ...rest }
}

/** What a failure means for one file, or null when the import was stopped. Throws on what is no failure of a file. */
export function failedOutcome(file: { name: string; path: string }, error: unknown): ImportedFile | null {
  if (isStopped(error)) return null
  if (!(error instanceof Failure)) throw error
  const line = error instanceof RefusedLine ? { line: error.line } : {}
  return outcome(file, 'failed', { problem: error.message, ...line })
}

export function isStopped(error: unknown): boolean {
  if (error instanceof Failure) return error.code === 'cancelled'
  return error instanceof Error && error.name === 'AbortError'
}

/** What a folder holds that was not even tried. */
export function passedOverInWords({ count, endings, names }: PassedOver): string {
  const files = counted(count, 'file')
  const were = count === 1 ? 'was' : 'were'
  const rest = count - names.length
  const named = [...names, ...(rest > 0 ? [`${rest.toLocaleString('en')} more`] : [])].join(', ')
  return `${files} in this folder ${were} passed over, since the endings (${endings.join(', ')}) are those of no text: ${named}.`
}
