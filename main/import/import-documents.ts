import { basename } from 'node:path'
import type { ImportedFile, ImportReport } from '../../preload/contract/document.ts'
import { Failure } from '../../preload/contract/failure.ts'
import { undecided } from '../../preload/contract/file-reading.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { RefusedLine } from '../exchange/formats/rejoinder-jsonl/read-file.ts'
import type { DocumentParser } from './document-parser.ts'
import { type ImportFormat, importFormatOf } from './formats.ts'
import { InsertionBatch, type NewSource } from './insertion-batch.ts'
import { type ListedFile, listFiles, type PassedOver } from './list-files.ts'
import { type OpenFiles, readHead, readSource } from './read-source.ts'
import { recognise, refuseForeign } from './recognise.ts'
import { counted } from './tally.ts'

/** What an import needs of the project it goes into. Each call does all or nothing. */
export interface ImportTarget {
  /** The project file and its journals; they are never opened here. */
  readonly openFiles: OpenFiles
  /** Documents that were made from these very bytes. */
  documentsFrom(sha256: string): DocumentId[]
  /** Gives the ids in the order of the documents. */
  insertDocuments(documents: readonly NewSource[]): DocumentId[]
  /** Everything that a `rejoinder-jsonl` file holds. Fails with `unreadable` and the number of the line. */
  insertExchangeFile(path: string, signal: AbortSignal | undefined): Promise<ImportedExchange>
}

export interface ImportedExchange {
  documentIds: DocumentId[]
  notes: string[]
}

export interface ImportChoice {
  paths: readonly string[]
  /** A format’s name, or null to recognise each file. */
  format: string | null
  /** For text files; null to find out. */
  encoding: string | null
  /** Whether a file that is in the project already comes in once more. */
  again: boolean
}

export interface ImportRun {
  signal?: AbortSignal
  /** Told before each file, and once at the end. */
  progress?(done: number, of: number, doing: string): void
}

/**
 * Imports files and folders, in order, one file at a time. A file that fails is told in the report and does not stop the
 * others. Fails itself only with `bad-input`, for a format there is not.
 */
export async function importDocuments(
  choice: ImportChoice,
  target: ImportTarget,
  parser: DocumentParser,
  { signal, progress }: ImportRun = {},
): Promise<ImportReport> {
  const format = choice.format === null ? null : importFormatOf(choice.format)
  const { files, passedOver } = await listFiles(choice.paths, signal)
  const batch = new InsertionBatch((documents) => target.insertDocuments(documents))
  const report: ImportReport = { files: [], cancelled: false }
  try {
    for (const file of files) {
      if (signal?.aborted) break
      progress?.(report.files.length, files.length, file.name)
      const imported = await importFile(file, { ...choice, format, target, parser, batch, signal })
      if (imported) report.files.push(imported)
    }
  } finally {
    batch.flush()
  }
  report.cancelled = signal?.aborted ?? false
  progress?.(report.files.length, files.length, '')
  report.files.push(...passedOver.map(toldOf))
  return report
}

interface FileRun {
  format: ImportFormat | null
  encoding: string | null
  again: boolean
  target: ImportTarget
  parser: DocumentParser
  batch: InsertionBatch
  signal: AbortSignal | undefined
}

/** What became of a file, or null when the import was stopped before anything had. */
async function importFile(file: ListedFile, run: FileRun): Promise<ImportedFile | null> {
  try {
    return await tryFile(file, run)
  } catch (error) {
    if (error instanceof Error && error.name === 'AbortError') return null
    if (!(error instanceof Failure)) throw error
    if (error.code === 'cancelled') return null
    const line = error instanceof RefusedLine ? { line: error.line } : {}
    return outcome(file, 'failed', { problem: error.message, ...line })
  }
}

async function tryFile(
  file: ListedFile,
  { format, encoding, again, target, parser, batch, signal }: FileRun,
): Promise<ImportedFile> {
  const { path, problem } = file
  if (problem !== '') throw new Failure('unreadable', problem)
  const name = basename(path)
  const head = await readHead(path, target.openFiles)
  if (format !== null) refuseForeign(head, name)
  const found = format ?? recognise(head, name)
  if (found === 'rejoinder-jsonl') {
    batch.flush()
    return outcome(file, 'imported', await target.insertExchangeFile(path, signal))
  }

  const source = await readSource(path, name, target.openFiles)
  if (batch.holds(source.sha256)) batch.flush()
  const present = again ? [] : target.documentsFrom(source.sha256)
  if (present.length > 0) return outcome(file, 'already-there', { documentIds: present })
  const task = { ...undecided, bytes: source.bytes, name, format: found, encoding }
  const { documents } = await parser.parse(task, signal)
  const imported = outcome(file, 'imported', { notes: documents.flatMap(({ notes }) => notes) })
  batch.add(documents, source, imported)
  return imported
}

function outcome(
  { name, path }: { name: string; path: string },
  outcome: ImportedFile['outcome'],
  rest: Partial<ImportedFile>,
): ImportedFile {
  return { name, path, outcome, documentIds: [], notes: [], problem: '', ...rest }
}

/** What a folder holds that was not even tried stands in the report under the folder’s name. */
function toldOf({ count, endings, ...folder }: PassedOver): ImportedFile {
  const files = counted(count, 'file')
  const were = count === 1 ? 'was' : 'were'
  const note = `${files} in this folder ${were} passed over, since the endings (${endings.join(', ')}) are those of no text.`
  return outcome(folder, 'imported', { notes: [note] })
}
