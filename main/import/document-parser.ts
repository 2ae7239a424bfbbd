import { Worker } from 'node:worker_threads'
import { threadFile } from '../../db/thread-file.ts'
import { Failure } from '../../preload/contract/failure.ts'
import { heapFor, watchMemory } from '../thread-memory.ts'
import type { ParseTask } from './parse.ts'
import type { CharacterMapMessage, FromWorker, ParseMessage, ParseReply } from './parse-worker.ts'
import type { ParsedFile } from './parsed-document.ts'
import { readCharacterMap } from './pdf/character-maps.ts'

export interface ParserLimits {
  /** For one file, the start of the thread not counted. */
  timeMs: number
  /** What the process may grow by: bytes unpacked lie in no heap. */
  memoryMb: number
}

const usualLimits: ParserLimits = { timeMs: 60_000, memoryMb: 2048 }

interface Waiting {
  message: ParseMessage
  signal: AbortSignal | undefined
  resolve(file: ParsedFile): void
  reject(failure: Error): void
}

/**
 * Parses files in a thread of their own, one after the other. A file that takes too long or too much memory fails
 * with `unreadable` and costs the thread its life; the next file gets a new one.
 */
export class DocumentParser {
  readonly #limits: ParserLimits
  #worker: Worker | null = null
  #isReady = false
  #queue: Waiting[] = []
  #current: Waiting | null = null
  #timer: NodeJS.Timeout | undefined
  #forgetMemory = () => {}
  #lastId = 0

  constructor(limits: Partial<ParserLimits> = {}) {
    this.#limits = { ...usualLimits, ...limits }
  }

  /** Fails with `unreadable`, with `bad-input` for an unknown encoding, with `cancelled` when `signal` says so. */
  parse(task: ParseTask, signal?: AbortSignal): Promise<ParsedFile> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ message: { id: ++this.#lastId, task }, signal, resolve, reject })
      this.#next()
    })
  }

  /** Ends the thread; what still waits fails with `cancelled`. It may be used again. */
  async close(): Promise<void> {
    const waiting = this.#queue.splice(0)
    const worker = this.#worker
    this.#finish()?.reject(cancelled())
    for (const { reject } of waiting) reject(cancelled())
    this.#worker = null
    await worker?.terminate()
  }

  #next(): void {
    if (this.#current !== null) return
    const waiting = this.#queue.shift()
    if (!waiting) {
      // An idle thread keeps no process alive.
      this.#worker?.unref()
      return
    }
    if (waiting.signal?.aborted) {
      waiting.reject(cancelled())
      this.#next()
      return
    }
    this.#current = waiting
    waiting.signal?.addEventListener('abort', this.#onAbort)
    this.#worker ??= this.#startWorker()
    this.#worker.ref()
    this.#worker.postMessage(waiting.message)
    if (this.#isReady) this.#startTimer()
  }

  #startTimer(): void {
    const { timeMs, memoryMb } = this.#limits
    this.#timer = setTimeout(() => this.#fail(tooSlow(timeMs)), timeMs)
    this.#forgetMemory = watchMemory(memoryMb, () => this.#fail(tooLarge()))
  }

  #startWorker(): Worker {
    this.#isReady = false
    const worker = new Worker(threadFile('parse-worker', import.meta.url), {
      env: {},
      execArgv: [],
      resourceLimits: heapFor(this.#limits.memoryMb),
    })
    worker.on('message', (message: FromWorker) => {
      if (this.#worker !== worker) return
      if (message !== 'ready') {
        if ('wantsCharacterMap' in message) void answer(worker, message.wantsCharacterMap)
        else this.#take(message)
        return
      }
      this.#isReady = true
      if (this.#current) this.#startTimer()
    })
    worker.on('error', (error: Error & { code?: string }) => {
      if (this.#worker !== worker) return
      this.#fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : crashed(error.message))
    })
    worker.on('exit', () => {
      if (this.#worker === worker) this.#fail(crashed('it ended'))
    })
    return worker
  }

  #take({ id, reply }: ParseReply): void {
    if (this.#current?.message.id !== id) return
    const waiting = this.#finish()
    if (reply.ok) waiting?.resolve(reply.value)
    else waiting?.reject(new Failure(reply.code, reply.message))
    this.#next()
  }

  /** Gives up the file at hand, and the thread with it. */
  #fail(failure: Failure): void {
    const worker = this.#worker
    this.#worker = null
    void worker?.terminate()
    this.#finish()?.reject(failure)
    this.#next()
  }

  #finish(): Waiting | null {
    const finished = this.#current
    clearTimeout(this.#timer)
    this.#forgetMemory()
    finished?.signal?.removeEventListener('abort', this.#onAbort)
    this.#current = null
    return finished
  }

  #onAbort = () => this.#fail(cancelled())
}

async function answer(worker: Worker, characterMap: string): Promise<void> {
  const message: CharacterMapMessage = { characterMap, bytes: await readCharacterMap(characterMap) }
  worker.postMessage(message)
}

const cancelled = () => new Failure('cancelled', 'The import was stopped.')
const tooLarge = () =>
  new Failure(
    'unreadable',
    'Reading this file takes more memory than there is for it: split it into several files.',
  )
const tooSlow = (timeMs: number) =>
  new Failure(
    'unreadable',
    `Reading this file took longer than ${timeMs / 1000} seconds: split it into several files.`,
  )
const crashed = (detail: string) => new Failure('unreadable', `This file could not be read (${detail}).`)
