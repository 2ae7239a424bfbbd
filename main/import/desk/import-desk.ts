import { basename } from 'node:path'
import type { ImportReport } from '../../../preload/contract/document.ts'
import { Failure } from '../../../preload/contract/failure.ts'
import type { FileChoices } from '../../../preload/contract/file-reading.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type { DeskFile, FileToBring, SameText } from '../../../preload/contract/import-desk.ts'
import { withOutcome, workedAhead } from '../ahead.ts'
import type { DocumentParser } from '../document-parser.ts'
import type { TextFormat } from '../formats.ts'
import type { ImportRun, ImportTarget } from '../import-documents.ts'
import { type InsertionBatch, inBatches } from '../insertion-batch.ts'
import { listFiles } from '../list-files.ts'
import { failedOutcome, isStopped, outcome, passedOverInWords } from '../outcome.ts'
import type { MeasuredDocument, ParsedDocument, ParsedFile } from '../parsed-document.ts'
import { readHead, readSource, type SourceFile, sizeOnDisk } from '../read-source.ts'
import { formatInLetters, recognise } from '../recognise.ts'
import { deskFileOf, waitingFile } from './desk-file.ts'
import { ParsedFiles } from './parsed-files.ts'
import type { KnownTexts } from './same-text.ts'

export interface DeskSurroundings {
  parser: DocumentParser
  /** A new one for each import. */
  target(): ImportTarget
  known: KnownTexts
  titleOf(id: DocumentId): string
}

interface Entry {
  file: DeskFile
  /** Why its bytes cannot even be read; '' otherwise. */
  unlisted: string
  /** Of its bytes when it was looked at; null before. */
  sha256: string | null
  /** Of its text, for a file that is one document; null otherwise. */
  textKey: string | null
}

type Read = { format: 'rejoinder-jsonl' } | { format: TextFormat; sha256: string; parsed: ParsedFile }

/** How long one look may take before it tells what it has found. */
const lookMs = 200

/** What is shown of a text before it comes in, in UTF-16 code units. */
const beginningLength = 4000

/**
 * Files laid out before they come into a project: what each says of itself, how it is read, whether its text is there
 * already. Texts that were parsed wait here as far as there is room.
 */
export class ImportDesk {
  readonly passedOver: string[]
  readonly #entries: Entry[]
  readonly #has: DeskSurroundings
  readonly #parsed = new ParsedFiles()
  readonly #controller = new AbortController()
  readonly #target: ImportTarget
  /** Of all files in their order, as they were chosen to be read at first. */
  readonly #readings: AsyncGenerator<() => Read>
  /** The first file with these bytes, or with this text. */
  #firstWith = new Map<string, Entry>()
  #next = 0

  static async open(paths: readonly string[], surroundings: DeskSurroundings): Promise<ImportDesk> {
    const { files, passedOver } = await listFiles(paths, surroundings.target().openFiles)
    return new ImportDesk(
      files.map((file, id) => ({
        file: waitingFile(id, file),
        unlisted: file.problem,
        sha256: null,
        textKey: null,
      })),
      passedOver.map((folder) => `${folder.name}: ${passedOverInWords(folder)}`),
      surroundings,
    )
  }

  private constructor(entries: Entry[], passedOver: string[], surroundings: DeskSurroundings) {
    this.#entries = entries
    this.#has = surroundings
    this.#target = surroundings.target()
    this.#readings = workedAhead(entries, (entry) => this.#read(entry), sizeOf)
    this.passedOver = passedOver
  }

  get files(): DeskFile[] {
    return this.#entries.map(({ file }) => file)
  }

  /** Looks at the next files for a while. */
  async look(): Promise<{ files: DeskFile[]; left: number }> {
    const until = performance.now() + lookMs
    const files: DeskFile[] = []
    while (this.#next < this.#entries.length && (files.length === 0 || performance.now() < until)) {
      const entry = this.#entries[this.#next]!
      this.#next++
      const read = (await this.#readings.next()).value
      if (entry.file.state === 'waiting') this.#take(entry, read)
      files.push(entry.file)
    }
    return { files, left: this.#entries.length - this.#next }
  }

  /** Reads a file anew. */
  async choose(id: number, choices: FileChoices): Promise<DeskFile> {
    const entry = this.#entryOf(id)
    entry.file = { ...entry.file, choices }
    this.#take(entry, await withOutcome(this.#read(entry)))
    return entry.file
  }

  async beginning(id: number): Promise<string> {
    const entry = this.#entryOf(id)
    if (entry.file.state !== 'read') return ''
    const { documents } = this.#parsed.get(id) ?? (await this.#parse(entry, await this.#source(entry)))
    return beginningOf(documents[0])
  }

  /** In the order given; a file that fails does not stop the others. */
  async bring(
    wanted: readonly FileToBring[],
    { signal, progress }: Required<ImportRun>,
  ): Promise<ImportReport> {
    const target = this.#has.target()
    const report: ImportReport = { files: [], cancelled: false }
    const entries = wanted.map(({ id }) => this.#entryOf(id))
    const sources = workedAhead(entries, (entry) => this.#sourceToBring(entry), sizeOf)
    await inBatches(target, async (batch) => {
      for (const [index, file] of wanted.entries()) {
        if (signal.aborted) break
        const entry = entries[index]!
        progress(report.files.length, wanted.length, entry.file.name)
        try {
          const source = (await sources.next()).value()
          report.files.push(await this.#bringOne(entry, source, file, { target, batch, signal, progress }))
        } catch (error) {
          const failed = failedOutcome(entry.file, error)
          if (failed) report.files.push(failed)
        }
      }
    })
    report.cancelled = signal.aborted
    progress(report.files.length, wanted.length, '')
    return report
  }

  close(): void {
    this.#controller.abort()
    this.#parsed.clear()
  }

  async #bringOne(
    entry: Entry,
    source: SourceFile | null,
    wanted: FileToBring,
    {
      target,
      batch,
      signal,
      progress,
    }: Required<ImportRun> & { target: ImportTarget; batch: InsertionBatch },
  ) {
    const { file } = entry
    if (source === null) {
      batch.flush()
      const run = { signal, progress: (done: number, of: number) => progress(done, of, file.name) }
      return outcome(file, 'imported', await target.insertExchangeFile(file.path, run))
    }
    const parsed = this.#parsed.get(file.id) ?? (await this.#parse(entry, source, signal))
    const documents = parsed.documents.map((document) =>
      file.reading.table === null ? corrected(document, wanted) : filled(document, wanted),
    )
    const brought = outcome(file, 'imported', { notes: file.notes })
    batch.add(documents, source, brought)
    this.#parsed.forget(file.id)
    return brought
  }

  /** Null for a file that brings a whole dataset and is read when it is taken. */
  async #sourceToBring(entry: Entry): Promise<SourceFile | null> {
    if (entry.file.state === 'exchange') return null
    const source = await this.#source(entry)
    if (source.sha256 === entry.sha256) return source
    throw new Failure('unreadable', 'This file has changed since it was looked at: import it again.')
  }

  /** What a file says; nothing is remembered of it yet. */
  async #read(entry: Entry): Promise<Read> {
    const { file } = entry
    if (entry.unlisted !== '') throw new Failure('unreadable', entry.unlisted)
    const head = await readHead(file.path, this.#target.openFiles)
    const name = basename(file.path)
    // Whose encoding can be chosen, also when it cannot be read as it is.
    entry.file = { ...entry.file, format: formatInLetters(head, name) }
    const format = recognise(head, name, file.choices.encoding)
    if (format === 'rejoinder-jsonl') return { format }
    const { bytes, sha256 } = await readSource(file.path, name, this.#target.openFiles, head)
    const task = { ...file.choices, bytes, name, format, wantsTextKey: true }
    return { format, sha256, parsed: await this.#has.parser.parse(task, this.#controller.signal) }
  }

  #take(entry: Entry, reading: () => Read): void {
    try {
      const read = reading()
      entry.file = { ...entry.file, format: read.format }
      if (read.format === 'rejoinder-jsonl') {
        entry.file = { ...entry.file, state: 'exchange', title: entry.file.name }
        return
      }
      const { parsed } = read
      entry.sha256 = read.sha256
      this.#parsed.keep(entry.file.id, parsed)
      entry.file = { ...entry.file, ...deskFileOf(parsed, basename(entry.file.path)) }
      entry.textKey = parsed.documents.length === 1 ? parsed.documents[0]!.textKey : null
      entry.file = { ...entry.file, same: this.#sameAs(entry) }
    } catch (error) {
      if (isStopped(error) || !(error instanceof Failure)) throw error
      this.#parsed.forget(entry.file.id)
      entry.file = { ...entry.file, state: 'failed', problem: error.message, documents: 0, same: null }
    }
  }

  #source({ file }: Entry): Promise<SourceFile> {
    return readSource(file.path, basename(file.path), this.#target.openFiles)
  }

  #parse({ file }: Entry, { bytes, name }: SourceFile, signal?: AbortSignal): Promise<ParsedFile> {
    const signals = [this.#controller.signal, ...(signal ? [signal] : [])]
    const task = { ...file.choices, bytes, name, format: file.format as TextFormat }
    return this.#has.parser.parse(task, AbortSignal.any(signals))
  }

  /** Bytes before text, and what is in the project before what lies beside. */
  #sameAs({ file, sha256, textKey: key }: Entry): SameText | null {
    const there = this.#target.documentsFrom(sha256 ?? '')[0]
    if (there !== undefined) return this.#inProject('file', there)
    const twin = this.#earlierWith(sha256, file.id, (other) => other.sha256)
    if (twin) return { by: 'file', where: 'chosen', name: twin.file.name, documentId: null }
    if (key === null) return null
    const known = this.#has.known.find(key, file.words)
    if (known !== undefined) return this.#inProject('text', known)
    const alike = this.#earlierWith(key, file.id, (other) => other.textKey)
    return alike ? { by: 'text', where: 'chosen', name: alike.file.name, documentId: null } : null
  }

  /** The first of several files that are alike stays the one that comes in. */
  #earlierWith(key: string | null, id: number, keyOf: (entry: Entry) => string | null): Entry | undefined {
    if (key === null) return undefined
    const first = this.#firstWith.get(key)
    if (first && first.file.id < id && keyOf(first) === key) return first
    this.#firstWith.set(key, this.#entryOf(id))
    return undefined
  }

  #inProject(by: SameText['by'], documentId: DocumentId): SameText {
    return { by, where: 'project', name: this.#has.titleOf(documentId), documentId }
  }

  #entryOf(id: number): Entry {
    const entry = this.#entries[id]
    if (!entry) throw new Failure('not-found', 'This file is not on the desk any more.')
    return entry
  }
}

const sizeOf = ({ file }: Entry): Promise<number> => sizeOnDisk(file.path)

/** As the person left it; a field they emptied is gone. */
function corrected(document: MeasuredDocument, { title, metadata }: FileToBring): MeasuredDocument {
  const kept = Object.entries(metadata).filter(([, value]) => value.trim() !== '')
  return { ...document, title, metadata: Object.fromEntries(kept) }
}

/** Of a table: what was written for all of its documents stands where a row says nothing itself. */
function filled(document: MeasuredDocument, { metadata }: FileToBring): MeasuredDocument {
  const kept = Object.entries(metadata).filter(([, value]) => value.trim() !== '')
  return { ...document, metadata: { ...Object.fromEntries(kept), ...document.metadata } }
}

/** The speakers of turns before their words, as they will be shown. */
function beginningOf(document: ParsedDocument | undefined): string {
  if (!document) return ''
  const { text, blocks } = document
  const lines: string[] = []
  let length = 0
  for (const block of blocks) {
    if (length >= beginningLength) break
    const label =
      block.kind === 'speaker-turn'
        ? `${[block.time && `[${block.time}]`, block.speaker].filter(Boolean).join(' ')}: `
        : ''
    const line = label + text.slice(block.start, Math.min(block.end, block.start + beginningLength))
    lines.push(line)
    length += line.length + 1
  }
  return lines.join('\n').toWellFormed()
}
