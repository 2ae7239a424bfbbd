import { basename } from 'node:path'
import type { ImportedFile, ImportReport } from '../../preload/contract/document.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { DocumentParser } from './document-parser.ts'
import { type ImportFormat, importFormatOf } from './formats.ts'
import { type ListedFile, listFiles, type PassedOver } from './list-files.ts'
import type { ParsedDocument } from './parsed-document.ts'
import { type OpenFiles, readHead, readSource, type SourceFile } from './read-source.ts'
import { recognise, refuseForeign } from './recognise.ts'
import { counted } from './tally.ts'

/** What an import needs of the project it goes into. Each call keeps its file whole or leaves no trace of it. */
export interface ImportTarget {
  /** The project file and its journals; they are never opened here. */
  readonly openFiles: OpenFiles
  /** Documents that were made from these very bytes. */
  documentsFrom(sha256: string): DocumentId[] | Promise<DocumentId[]>
  insertDocument(document: ParsedDocument, source: SourceFile): DocumentId | Promise<DocumentId>
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
  const report: ImportReport = { files: [], cancelled: false }
  for (const file of files) {
    if (signal?.aborted) break
    progress?.(report.files.length, files.length, file.name)
    try {
      report.files.push(await importFile(file, { ...choice, format }, target, parser, signal))
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (error.code === 'cancelled') break
      report.files.push(outcome(file, 'failed', { problem: error.message }))
    }
  }
  report.cancelled = signal?.aborted ?? false
  progress?.(report.files.length, files.length, '')
  report.files.push(...passedOver.map(toldOf))
  return report
}

async function importFile(
  file: ListedFile,
  { format, encoding, again }: ImportChoice & { format: ImportFormat | null },
  target: ImportTarget,
  parser: DocumentParser,
  signal: AbortSignal | undefined,
): Promise<ImportedFile> {
  const { path, problem } = file
  if (problem !== '') throw new Failure('unreadable', problem)
  const name = basename(path)
  const head = await readHead(path, target.openFiles)
  if (format !== null) refuseForeign(head, name)
  const found = format ?? recognise(head, name)
  if (found === 'rejoinder-jsonl')
    return outcome(file, 'imported', await target.insertExchangeFile(path, signal))

  const source = await readSource(path, name, target.openFiles)
  const present = again ? [] : await target.documentsFrom(source.sha256)
  if (present.length > 0) return outcome(file, 'already-there', { documentIds: present })
  const document = await parser.parse({ bytes: source.bytes, name, format: found, encoding }, signal)
  const documentId = await target.insertDocument(document, source)
  return outcome(file, 'imported', { documentIds: [documentId], notes: document.notes })
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
