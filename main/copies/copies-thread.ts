import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { CurrentText } from '../../db/repositories/documents.ts'
import { threadFile } from '../../db/thread-file.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { DocumentId, RevisionId } from '../../preload/contract/ids.ts'
import type { Task } from '../project-context.ts'
import type { FromCopies, PassageColumns, ToCopies } from './messages.ts'

/** Code units sent in one message: some milliseconds of reading, so that others are answered in between. */
const batchUnits = 150_000
/** Between two messages of progress. */
const tellingMs = 100
const doing = 'Looking for copies'

interface Waiting {
  resolve(passages: PassageColumns): void
  reject(error: Error): void
  task: Task
  told: number
}

/**
 * The other end of the thread that looks for copies, which it starts at the first question. It keeps what it found
 * until texts change; nothing of it is kept in the file.
 */
export class CopiesThread {
  readonly #textOf: (id: RevisionId) => string
  readonly #restMs: number
  #worker: Worker | null = null
  #sent = new Map<DocumentId, RevisionId>()
  #sending: Promise<void> = Promise.resolve()
  readonly #waiting = new Map<number, Waiting>()
  #lastAsk = 0
  #found: PassageColumns | null = null

  /** `restMs`: milliseconds of rest between two pieces of work, for what nobody waits for. */
  constructor(textOf: (id: RevisionId) => string, restMs = 0) {
    this.#textOf = textOf
    this.#restMs = restMs
  }

  /** Of these texts. Fails with `cancelled` when the task is given up; what was done until then is not lost. */
  async passages(texts: readonly CurrentText[], task: Task): Promise<PassageColumns> {
    const before = this.#sending.catch(() => {})
    this.#sending = before.then(() => this.#send(texts, task))
    await this.#sending
    this.#found ??= await this.#ask(task)
    return this.#found
  }

  async #send(texts: readonly CurrentText[], task: Task): Promise<void> {
    const present = new Set(texts.map(({ id }) => id))
    const gone = [...this.#sent.keys()].filter((id) => !present.has(id))
    const wanted = texts.filter(({ id, revisionId }) => this.#sent.get(id) !== revisionId)
    if (gone.length > 0 || wanted.length > 0) this.#found = null
    if (gone.length > 0) this.#post({ tell: 'texts', put: [], remove: gone })
    for (const id of gone) this.#sent.delete(id)

    const worker = this.#started()
    let put: { documentId: DocumentId; text: string }[] = []
    let units = 0
    let told = performance.now()
    for (const [done, { id, revisionId }] of wanted.entries()) {
      const text = this.#textOf(revisionId)
      put.push({ documentId: id, text })
      this.#sent.set(id, revisionId)
      units += text.length
      if (units < batchUnits && done < wanted.length - 1) continue
      this.#post({ tell: 'texts', put, remove: [] })
      put = []
      units = 0
      if (performance.now() - told > tellingMs) {
        task.progress(done + 1, wanted.length, 'Reading the texts')
        told = performance.now()
      }
      await setTimeout(this.#restMs)
      if (task.signal.aborted || this.#worker !== worker) throw cancelled()
    }
  }

  #ask(task: Task): Promise<PassageColumns> {
    this.#lastAsk += 1
    const ask = this.#lastAsk
    return new Promise((resolve, reject) => {
      const stop = () => this.#post({ tell: 'stop', ask })
      const ended = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          task.signal.removeEventListener('abort', stop)
          settle(value)
        }
      }
      this.#waiting.set(ask, {
        resolve: ended(resolve),
        reject: ended(reject),
        task,
        told: performance.now(),
      })
      task.signal.addEventListener('abort', stop)
      this.#started().ref()
      this.#post({ ask })
      if (task.signal.aborted) stop()
    })
  }

  #post(message: ToCopies): void {
    this.#started().postMessage(message)
  }

  #started(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(threadFile('copies-worker', import.meta.url), {
      env: {},
      execArgv: [],
      workerData: { restMs: this.#restMs },
    })
    // An idle thread keeps no process alive.
    worker.unref()
    worker.on('message', (message: FromCopies) => {
      if (this.#worker === worker) this.#hear(message)
    })
    worker.on('error', (error: Error) => {
      if (this.#worker === worker) this.#end(failed(error.message))
    })
    worker.on('exit', () => {
      if (this.#worker === worker) this.#end(failed('it ended'))
    })
    this.#worker = worker
    return worker
  }

  #hear(message: FromCopies): void {
    if ('progress' in message) {
      const waiting = this.#waiting.get(message.progress)
      if (!waiting || performance.now() - waiting.told < tellingMs) return
      waiting.told = performance.now()
      waiting.task.progress(message.done, message.of, doing)
      return
    }
    const ask = 'stopped' in message ? message.stopped : message.answer
    const waiting = this.#waiting.get(ask)
    this.#waiting.delete(ask)
    if (this.#waiting.size === 0) this.#worker?.unref()
    if ('stopped' in message) waiting?.reject(cancelled())
    else waiting?.resolve(message.passages)
  }

  /** The next question starts a new thread, which gets the texts anew. */
  #end(reason: Failure): void {
    const worker = this.#worker
    this.#worker = null
    this.#sent = new Map()
    this.#found = null
    void worker?.terminate()
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(reason)
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#end(cancelled())
    await worker?.terminate()
  }
}

const cancelled = () => new Failure('cancelled', 'Looking for copies was given up.')
const failed = (detail: string) =>
  new Failure('internal', `Looking for copies ended by itself (${detail}). Ask for them again.`)
