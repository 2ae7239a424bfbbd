import { setImmediate } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { threadFile } from '../../db/thread-file.ts'
import { Failure, type Reply } from '../../preload/contract/failure.ts'
import type { DocumentId, RevisionId } from '../../preload/contract/ids.ts'
import type { Task } from '../project-context.ts'
import type { FromThread, Question, Questions, ToThread, What } from './messages.ts'
import type { SearchableText } from './searched-text.ts'

/** What a text is known by, without the text. */
export interface TextSource {
  documentId: DocumentId
  revisionId: RevisionId
  language: string
}

/** Code units sent in one message: some milliseconds of reading, so that others are answered in between. */
const batchUnits = 400_000
/** How long a search that was given up may go on in one text, before the thread is ended. */
const patienceMs = 400
/** Between two messages of progress. */
const tellingMs = 50

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
  progress?: ((done: number, of: number) => void) | undefined
}

/**
 * The other end of the thread that searches, which it starts at the first question. Texts are sent when they are
 * asked about and others than before: what is derived from the project is never kept in its file.
 */
export class SearchThread {
  readonly #textOf: (id: RevisionId) => string
  #worker: Worker | null = null
  #sent = new Map<DocumentId, TextSource>()
  #sending: Promise<void> = Promise.resolve()
  readonly #waiting = new Map<number, Waiting>()
  #lastNumber = 0

  constructor(textOf: (id: RevisionId) => string) {
    this.#textOf = textOf
  }

  /** Sends what the thread does not have yet. One such sending at a time; the later ones find little left to do. */
  bringUpToDate(sources: readonly TextSource[], task?: Task): Promise<void> {
    const before = this.#sending.catch(() => {})
    this.#sending = before.then(() => this.#send(sources, task))
    return this.#sending
  }

  /** Whether it runs; what was sent to one that has ended is lost. */
  isReady(): boolean {
    return this.#worker !== null
  }

  async #send(sources: readonly TextSource[], task?: Task): Promise<void> {
    const present = new Set(sources.map(({ documentId }) => documentId))
    const gone = [...this.#sent.keys()].filter((id) => !present.has(id))
    const wanted = sources.filter(({ documentId, revisionId, language }) => {
      const sent = this.#sent.get(documentId)
      return sent?.revisionId !== revisionId || sent.language !== language
    })
    if (gone.length === 0 && wanted.length === 0) return
    if (gone.length > 0) this.#post({ tell: 'texts', put: [], remove: gone })
    for (const id of gone) this.#sent.delete(id)

    const worker = this.#started()
    let batch: SearchableText[] = []
    let units = 0
    let told = performance.now()
    for (const [done, source] of wanted.entries()) {
      const text = this.#textOf(source.revisionId)
      batch.push({ documentId: source.documentId, language: source.language, text })
      this.#sent.set(source.documentId, source)
      units += text.length
      if (units < batchUnits && done < wanted.length - 1) continue
      this.#post({ tell: 'texts', put: batch, remove: [] })
      batch = []
      units = 0
      if (performance.now() - told > tellingMs) {
        task?.progress(done + 1, wanted.length, 'Reading the texts')
        told = performance.now()
      }
      await setImmediate()
      if (this.#worker !== worker) throw cancelled()
    }
  }

  /** Fails with `cancelled` when the task is given up; what is asked about a result fails with `not-found` later. */
  ask<Q extends Question>(ask: Q, what: What<Q>, task?: Task): Promise<Questions[Q]['gives']> {
    this.#lastNumber += 1
    const number = this.#lastNumber
    return new Promise((resolve, reject) => {
      let told = performance.now()
      const progress = (done: number, of: number) => {
        if (performance.now() - told < tellingMs) return
        told = performance.now()
        task?.progress(done, of, 'Searching')
      }
      const giveUp = () => this.#giveUp(number)
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          task?.signal.removeEventListener('abort', giveUp)
          settle(value)
        }
      }
      this.#waiting.set(number, {
        resolve: settled(resolve as (value: unknown) => void),
        reject: settled(reject),
        progress,
      })
      task?.signal.addEventListener('abort', giveUp)
      this.#started().ref()
      // The kinds of questions and what they carry are tied by the type of this function.
      this.#post({ ask, number, what } as unknown as ToThread)
      if (task?.signal.aborted) giveUp()
    })
  }

  /** Tells the thread to stop; where it hangs in one text, by an expression of the slow kind, it is ended. */
  #giveUp(number: number): void {
    const worker = this.#worker
    this.#post({ tell: 'cancel', id: number })
    setTimeout(() => {
      if (this.#waiting.has(number) && this.#worker === worker) this.#end(cancelled())
    }, patienceMs).unref()
  }

  #post(message: ToThread): void {
    this.#started().postMessage(message)
  }

  #started(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(threadFile('search-worker', import.meta.url), { env: {}, execArgv: [] })
    // An idle thread keeps no process alive.
    worker.unref()
    worker.on('message', (message: FromThread) => {
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

  #hear(message: FromThread): void {
    if ('progress' in message) {
      this.#waiting.get(message.progress)?.progress?.(message.done, message.of)
      return
    }
    const waiting = this.#waiting.get(message.answer)
    this.#waiting.delete(message.answer)
    if (this.#waiting.size === 0) this.#worker?.unref()
    const reply = message.reply as Reply<unknown>
    if (reply.ok) waiting?.resolve(reply.value)
    else waiting?.reject(new Failure(reply.code, reply.message))
  }

  /** The next question starts a new thread, which gets the texts anew. */
  #end(reason: Failure): void {
    const worker = this.#worker
    this.#worker = null
    this.#sent = new Map()
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

const cancelled = () => new Failure('cancelled', 'The search was given up.')
const failed = (detail: string) =>
  new Failure(
    'internal',
    `The search ended by itself (${detail}). Search again; if it happens again, narrow it.`,
  )
