import type { ImportedFile } from '../../preload/contract/document.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { MeasuredDocument } from './parsed-document.ts'
import type { SourceFile } from './read-source.ts'

/** A document and the file it was made from. */
export interface NewSource {
  document: MeasuredDocument
  source: SourceFile
}

/** A commit waits for the disk: small files share one as long as nobody could notice. */
const mostDocuments = 50
const mostBytes = 8_000_000
const longestMs = 250

interface Waiting {
  documents: readonly MeasuredDocument[]
  source: SourceFile
  entry: ImportedFile
}

/** Where batches go. Each call does all or nothing. */
export interface BatchTarget {
  /** Gives the ids in the order of the documents. */
  insertDocuments(documents: readonly NewSource[]): DocumentId[]
  /** Nothing more comes in. Until then what came in cannot be undone: the rest would be left. */
  end(): void
}

/** Does the work with a batch. What waits in it afterwards comes in, and the target is ended, whatever fails. */
export async function inBatches(
  target: BatchTarget,
  work: (batch: InsertionBatch) => Promise<void>,
): Promise<void> {
  const batch = new InsertionBatch((documents) => target.insertDocuments(documents))
  try {
    await work(batch)
  } finally {
    try {
      batch.flush()
    } finally {
      target.end()
    }
  }
}

/** Documents on their way into a project. Their entries in the report are completed when they have arrived. */
export class InsertionBatch {
  readonly #insert: (documents: NewSource[]) => DocumentId[]
  #waiting: Waiting[] = []
  #documents = 0
  #bytes = 0
  #since = performance.now()

  /** `insert` is all or nothing, and gives the ids in the order of the documents. */
  constructor(insert: (documents: NewSource[]) => DocumentId[]) {
    this.#insert = insert
  }

  /** All that one file became. */
  add(documents: readonly MeasuredDocument[], source: SourceFile, entry: ImportedFile): void {
    this.#waiting.push({ documents, source, entry })
    this.#documents += documents.length
    this.#bytes += source.bytes.length
    const waitedMs = performance.now() - this.#since
    if (this.#documents >= mostDocuments || this.#bytes >= mostBytes || waitedMs >= longestMs) this.flush()
  }

  holds(sha256: string): boolean {
    return this.#waiting.some(({ source }) => source.sha256 === sha256)
  }

  /** Inserts what waits; where that fails, the report says so of each. */
  flush(): void {
    const waiting = this.#waiting
    this.#waiting = []
    this.#documents = 0
    this.#bytes = 0
    if (waiting.length > 0) this.#arrive(waiting)
    this.#since = performance.now()
  }

  #arrive(waiting: readonly Waiting[]): void {
    try {
      const ids = this.#insert(
        waiting.flatMap(({ documents, source }) => documents.map((document) => ({ document, source }))),
      )
      let at = 0
      for (const { documents, entry } of waiting) {
        entry.documentIds = ids.slice(at, at + documents.length)
        at += documents.length
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      for (const { entry } of waiting)
        Object.assign(entry, { outcome: 'failed', notes: [], problem: error.message })
    }
  }
}
