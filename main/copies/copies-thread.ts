import { Worker } from 'node:worker_threads'
import type { CurrentText } from '../../db/repositories/documents.ts'
import { threadFile } from '../../db/thread-file.ts'
import type { RevisionId } from '../../preload/contract/ids.ts'
import type { Task } from '../project-context.ts'
import { TextsThread } from '../texts-thread/texts-thread.ts'
import type { PassageColumns, Questions } from './messages.ts'

/** The thread that looks for copies. What it found is kept here until texts change; nothing of it is in the file. */
export class CopiesThread {
  readonly #thread: TextsThread<Questions>
  #found: { version: number; passages: PassageColumns } | null = null

  /** `restMs`: milliseconds of rest between two pieces of work, for what nobody waits for. */
  constructor(textOf: (id: RevisionId) => string, restMs = 0) {
    const options = { env: {}, execArgv: [], workerData: { restMs } }
    this.#thread = new TextsThread({
      start: () => new Worker(threadFile('copies-worker', import.meta.url), options),
      textOf,
      batchUnits: 150_000,
      restMs,
      doing: 'Looking for copies',
      gaveUp: 'Looking for copies was given up.',
      ended: (reason) => `Looking for copies ended by itself (${reason}). Ask for them again.`,
    })
  }

  /** Of these texts. Fails with `cancelled` when the task is given up; what was done until then is not lost. */
  async passages(texts: readonly CurrentText[], task: Task): Promise<PassageColumns> {
    // The words of a copy are the same ones whatever language a text is said to be in.
    const sources = texts.map((text) => ({ ...text, language: '' }))
    await this.#thread.bringUpToDate(sources, task)
    const { version } = this.#thread
    if (this.#found?.version === version) return this.#found.passages
    const passages = await this.#thread.ask('passages', {}, task)
    this.#found = { version, passages }
    return passages
  }

  close(): Promise<void> {
    return this.#thread.close()
  }
}
