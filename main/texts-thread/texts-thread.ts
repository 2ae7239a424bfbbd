import { setTimeout as rest, setImmediate } from 'node:timers/promises'
import type { Worker } from 'node:worker_threads'
import type { CurrentText } from '../../db/repositories/documents.ts'
import { Failure } from '../../preload/contract/failure.ts'
import type { DocumentId, RevisionId } from '../../preload/contract/ids.ts'
import type { Task } from '../project-context.ts'
import type { FromThread, Gives, SentText, ToThread, What } from './messages.ts'

export interface TextsThreadOptions {
  start(): Worker
  textOf(id: RevisionId): string
  /** Code units sent in one message: some milliseconds of reading, so that others are answered in between. */
  batchUnits: number
  /** Milliseconds of rest after each such message, for what nobody waits for. */
  restMs?: number
  /** How long a question that was given up may go on, before the thread is ended; else it is waited for. */
  patienceMs?: number
  /** What is done while a question is answered, with its progress. */
  doing: string
  /** Sentences: what a question fails with that was given up, or whose thread ended by itself, with the reason. */
  gaveUp: string
  ended(reason: string): string
}

/** Between two messages of progress. */
const tellingMs = 50

/** What waits fails with when the thread is ended for something else that hangs: it has to be asked again. */
const endedForOthers = new Failure('cancelled', 'The thread was ended for another question.')

interface Waiting {
  resolve(value: unknown): void
  reject(error: Error): void
  progress(done: number, of: number): void
}

/**
 * The other end of a thread that holds the texts of a project, started at the first question. Texts are sent when
 * they are asked about and others than before: what is derived from the project is never kept in its file. Where the
 * thread was ended, the next one gets the same texts before it hears a question.
 */
export class TextsThread<Questions extends Gives<Questions>> {
  readonly #options: TextsThreadOptions
  #worker: Worker | null = null
  #sent = new Map<DocumentId, CurrentText>()
  /** The texts last told of, and whether the thread has just these. */
  #wanted: readonly CurrentText[] = []
  #isUpToDate = true
  #sending: Promise<void> = Promise.resolve()
  readonly #waiting = new Map<number, Waiting>()
  #lastNumber = 0
  #version = 0
  #endedBy: Failure = endedForOthers

  constructor(options: TextsThreadOptions) {
    this.#options = options
  }

  /** Another number whenever its texts become others. */
  get version(): number {
    return this.#version
  }

  /**
   * Sends what the thread does not have yet. One such sending at a time; the later ones find little left to do. Fails
   * with `cancelled` when the task is given up; what was sent until then stays.
   */
  bringUpToDate(sources: readonly CurrentText[], task?: Task): Promise<void> {
    if (sources === this.#wanted && this.#isUpToDate) return Promise.resolve()
    this.#wanted = sources
    this.#isUpToDate = false
    return this.#untilHeard(() => {
      const before = this.#sending.catch(() => {})
      this.#sending = before.then(() => this.#send(task))
      return this.#sending
    }, task)
  }

  /** Does something anew as often as the thread is ended meanwhile for what it has nothing to do with. */
  async #untilHeard<T>(attempt: () => Promise<T>, task?: Task): Promise<T> {
    for (;;) {
      if (task?.signal.aborted) throw this.#cancelled()
      try {
        return await attempt()
      } catch (error) {
        if (error !== endedForOthers) throw error
      }
    }
  }

  /** The texts that are wanted by the time of this. */
  async #send(task?: Task): Promise<void> {
    const sources = this.#wanted
    const present = new Set(sources.map(({ id }) => id))
    const gone = [...this.#sent.keys()].filter((id) => !present.has(id))
    const wanted = sources.filter(({ id, revisionId, language }) => {
      const sent = this.#sent.get(id)
      return sent?.revisionId !== revisionId || sent.language !== language
    })
    if (gone.length === 0 && wanted.length === 0) {
      this.#isUpToDate = true
      return
    }
    this.#version += 1
    const worker = this.#started()
    if (gone.length > 0) this.#post({ tell: 'texts', put: [], remove: gone })
    for (const id of gone) this.#sent.delete(id)

    const { batchUnits, restMs = 0, textOf } = this.#options
    let put: SentText[] = []
    let posted = 0
    let units = 0
    let told = performance.now()
    for (const [done, source] of wanted.entries()) {
      const text = textOf(source.revisionId)
      put.push({ documentId: source.id, language: source.language, text })
      units += text.length
      if (units < batchUnits && done < wanted.length - 1) continue
      this.#post({ tell: 'texts', put, remove: [] })
      for (; posted <= done; posted++) this.#sent.set(wanted[posted]!.id, wanted[posted]!)
      put = []
      units = 0
      if (performance.now() - told > tellingMs) {
        task?.progress(done + 1, wanted.length, 'Reading the texts')
        told = performance.now()
      }
      await (restMs > 0 ? rest(restMs) : setImmediate())
      if (task?.signal.aborted) throw this.#cancelled()
      if (this.#worker !== worker) throw this.#endedBy
    }
    this.#isUpToDate = this.#wanted === sources
  }

  /** Fails with `cancelled` when the task is given up, and with what the thread fails with. */
  ask<Q extends keyof Questions & string>(
    ask: Q,
    what: What<Questions, Q>,
    task?: Task,
  ): Promise<Questions[Q]['gives']> {
    // One that is ended under it for another question has lost the texts as well.
    return this.#untilHeard(async () => {
      while (!this.#isUpToDate) await this.bringUpToDate(this.#wanted, task)
      if (task?.signal.aborted) throw this.#cancelled()
      return this.#askOnce(ask, what, task)
    }, task)
  }

  #askOnce<Q extends keyof Questions & string>(
    ask: Q,
    what: What<Questions, Q>,
    task?: Task,
  ): Promise<Questions[Q]['gives']> {
    this.#lastNumber += 1
    const number = this.#lastNumber
    return new Promise((resolve, reject) => {
      let told = performance.now()
      const giveUp = () => this.#giveUp(number)
      const settled = <T>(settle: (value: T) => void) => {
        return (value: T) => {
          task?.signal.removeEventListener('abort', giveUp)
          settle(value)
        }
      }
      this.#waiting.set(number, {
        resolve: settled(resolve),
        reject: settled(reject),
        progress: (done, of) => {
          if (performance.now() - told < tellingMs) return
          told = performance.now()
          task?.progress(done, of, this.#options.doing)
        },
      })
      task?.signal.addEventListener('abort', giveUp)
      this.#started().ref()
      // The kinds of questions and what they carry are tied by the type of this function.
      this.#post({ ask, number, what } as unknown as ToThread<Questions>)
    })
  }

  /** Tells the thread to stop; one that hangs in a single step is ended, where there is an end of patience. */
  #giveUp(number: number): void {
    const worker = this.#worker
    this.#post({ tell: 'cancel', number })
    const { patienceMs } = this.#options
    if (patienceMs === undefined) return
    setTimeout(() => {
      if (this.#worker !== worker) return
      this.#waiting.get(number)?.reject(this.#cancelled())
      if (this.#waiting.delete(number)) this.#end(endedForOthers)
    }, patienceMs).unref()
  }

  #post(message: ToThread<Questions>): void {
    this.#started().postMessage(message)
  }

  #started(): Worker {
    if (this.#worker) return this.#worker
    const worker = this.#options.start()
    // An idle thread keeps no process alive.
    worker.unref()
    worker.on('message', (message: FromThread) => {
      if (this.#worker === worker) this.#hear(message)
    })
    worker.on('error', (error: Error) => {
      if (this.#worker === worker) this.#end(this.#failed(error.message))
    })
    worker.on('exit', () => {
      if (this.#worker === worker) this.#end(this.#failed('it ended'))
    })
    this.#worker = worker
    return worker
  }

  #hear(message: FromThread): void {
    if ('progress' in message) {
      this.#waiting.get(message.progress)?.progress(message.done, message.of)
      return
    }
    const waiting = this.#waiting.get(message.answer)
    this.#waiting.delete(message.answer)
    if (this.#waiting.size === 0) this.#worker?.unref()
    const { reply } = message
    if (reply.ok) waiting?.resolve(reply.value)
    else waiting?.reject(new Failure(reply.code, reply.message))
  }

  /** Whatever waits fails with the reason. */
  #end(reason: Failure): void {
    const worker = this.#worker
    this.#worker = null
    this.#endedBy = reason
    this.#isUpToDate = false
    this.#sent = new Map()
    this.#version += 1
    void worker?.terminate()
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(reason)
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#end(this.#cancelled())
    await worker?.terminate()
  }

  #cancelled(): Failure {
    return new Failure('cancelled', this.#options.gaveUp)
  }

  #failed(reason: string): Failure {
    return new Failure('internal', this.#options.ended(reason))
  }
}
