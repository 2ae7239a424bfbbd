import { basename } from 'node:path'
import type { ImportedFile, ImportReport } from '../../preload/contract/document.ts'
import { Failure } from '../../preload/contract/failure.ts'
import { type FileChoices, undecided } from '../../preload/contract/file-reading.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { workedAhead } from './ahead.ts'
import type { DocumentParser } from './document-parser.ts'
import { type ImportFormat, importFormatOf } from './formats.ts'
import { type BatchTarget, type InsertionBatch, inBatches } from './insertion-batch.ts'
import { listFiles } from './list-files.ts'
import type { ListedFile } from './listing.ts'
import { failedOutcome, outcome, passedOverInWords } from './outcome.ts'
import type { MeasuredDocument } from './parsed-document.ts'
import { type OpenFiles, readHead, readSource, type SourceFile, sizeOnDisk } from './read-source.ts'
import { recognise, refuseOther } from './recognise.ts'

/** What an import needs of the project it goes into. Each call does all or nothing. */
export interface ImportTarget extends BatchTarget {
  /** The project file and its journals; they are never opened here. */
  readonly openFiles: OpenFiles
  /** Documents that were made from these very bytes. */
  documentsFrom(sha256: string): DocumentId[]
  /** Everything that a `rejoinder-jsonl` file holds. Fails with `unreadable` and the number of the line. */
  insertExchangeFile(path: string, run: ExchangeRun): Promise<ImportedExchange>
}

export interface ExchangeRun {
  signal: AbortSignal | undefined
  /** Told of each record that has been inserted. */
  progress(done: number, of: number): void
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
  /** How files are read otherwise; nothing is decided where it is missing. */
  choices?: Omit<FileChoices, 'encoding'> | undefined
  /** Whether a file that is in the project already comes in once more. */
  again: boolean
}

export interface ImportRun {
  signal?: AbortSignal
  /** Told before each file, and once at the end. */
  progress?(done: number, of: number, doing: string): void
}

/**
 * Imports files and folders, in order; the next ones are read while one is brought in. A file that fails is told in
 * the report and does not stop the others. Fails itself only with `bad-input`, for a format there is not.
 */
export async function importDocuments(
  choice: ImportChoice,
  target: ImportTarget,
  parser: DocumentParser,
  { signal, progress }: ImportRun = {},
): Promise<ImportReport> {
  const format = choice.format === null ? null : importFormatOf(choice.format)
  const { files, passedOver } = await listFiles(choice.paths, target.openFiles, signal)
  const report: ImportReport = { files: [], cancelled: false }
  const reading = { ...choice, format, target, parser, signal }
  const read = workedAhead(
    files,
    (file) => readFile(file, reading),
    ({ path }) => sizeOnDisk(path),
  )
  await inBatches(target, async (batch) => {
    for (const file of files) {
      if (signal?.aborted) break
      progress?.(report.files.length, files.length, file.name)
      const imported = await importFile(file, read, { ...reading, batch, progress })
      if (imported) report.files.push(imported)
    }
  })
  report.cancelled = signal?.aborted ?? false
  progress?.(report.files.length, files.length, '')
  // What a folder holds that was not even tried stands under the folder’s name.
  report.files.push(
    ...passedOver.map((folder) => outcome(folder, 'imported', { notes: [passedOverInWords(folder)] })),
  )
  return report
}

interface Reading {
  format: ImportFormat | null
  encoding: string | null
  choices?: Omit<FileChoices, 'encoding'> | undefined
  again: boolean
  target: ImportTarget
  parser: DocumentParser
  signal: AbortSignal | undefined
}

interface FileRun extends Reading {
  batch: InsertionBatch
  progress: ImportRun['progress'] | undefined
}

/** What became of the next file, or null when the import was stopped before anything had. */
async function importFile(
  file: ListedFile,
  files: AsyncGenerator<() => ReadFile>,
  run: FileRun,
): Promise<ImportedFile | null> {
  try {
    const next = await files.next()
    // What was read ahead is not brought in after the stop either.
    if (run.signal?.aborted) return null
    return await take(file, next.value(), run)
  } catch (error) {
    return failedOutcome(file, error)
  }
}

type ReadFile = 'exchange' | { source: SourceFile; documents(): Promise<readonly MeasuredDocument[]> }

/** Its bytes, and its documents; those that are in the project already are not looked for yet. Several files are read at a time. */
async function readFile(
  { path, problem }: ListedFile,
  { format, encoding, choices, again, target, parser, signal }: Reading,
): Promise<ReadFile> {
  if (problem !== '') throw new Failure('unreadable', problem)
  const name = basename(path)
  const head = await readHead(path, target.openFiles)
  if (format !== null) refuseOther(format, head, name, encoding)
  const found = format ?? recognise(head, name, encoding)
  if (found === 'rejoinder-jsonl') return 'exchange'
  const source = await readSource(path, name, target.openFiles, head)
  const isThere = !again && target.documentsFrom(source.sha256).length > 0
  const task = { ...undecided, ...choices, bytes: source.bytes, name, format: found, encoding }
  const parse = async () => (await parser.parse(task, signal)).documents
  // A sheet or column that is asked for by name must be there, whatever else is.
  if (isThere && !choices?.table) return { source, documents: parse }
  const documents = await parse()
  return { source, documents: async () => documents }
}

/** Puts what was read into the project, one file after the other. */
async function take(
  file: ListedFile,
  read: ReadFile,
  { again, target, batch, signal, progress }: FileRun,
): Promise<ImportedFile> {
  if (read === 'exchange') {
    batch.flush()
    const run = { signal, progress: (done: number, of: number) => progress?.(done, of, file.name) }
    return outcome(file, 'imported', await target.insertExchangeFile(file.path, run))
  }
  const { source } = read
  if (batch.holds(source.sha256)) batch.flush()
  const present = again ? [] : target.documentsFrom(source.sha256)
  if (present.length > 0) return outcome(file, 'already-there', { documentIds: present })
  const documents = await read.documents()
  const imported = outcome(file, 'imported', { notes: documents.flatMap(({ notes }) => notes) })
  batch.add(documents, source, imported)
  return imported
}
