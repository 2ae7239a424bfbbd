import type { DocumentText } from '../../preload/contract/document.ts'
import type { Query } from '../../preload/contract/finding/query.ts'
import type { Stretches } from '../document/index.ts'
import type { Found } from './find-passages.ts'
import workerUrl from './find-worker.ts?worker&url'
import type { Answered, Asked } from './messages.ts'

/** A search that takes longer than this is given up. */
const limitMs = 2000
/** When something else is wanted, a search is given this much time to end by itself. */
const patienceMs = 600

export const tooLong =
  'This takes too long in this text. Say more exactly what to look for; nested repeats such as “(a+)+” are slow.'

interface Job {
  asked: Asked
  limitMs: number
  /** Null when it was given up for something newer, or has taken too long. */
  end(answer: Answered | 'too-long' | null): void
}

// Made at the first search, and once: the policy lets its name be given one time. The page may start no other script.
let scripts: { createScriptURL(url: string): string } | undefined

function startWorker(): Worker {
  scripts ??= window.trustedTypes.createPolicy('rejoinder-search', { createScriptURL: () => workerUrl })
  return new Worker(scripts.createScriptURL(workerUrl))
}

/** Searches one text in a worker. Only the latest question is of interest: one that is waiting gives way to it. */
export class Finder {
  readonly #text: DocumentText
  #query: Query
  #worker: Worker
  #running: (Job & { since: number; timer: ReturnType<typeof setTimeout> }) | null = null
  #waiting: Job | null = null

  /** The text is made ready for a query like this one. */
  constructor(text: DocumentText, query: Query) {
    this.#text = text
    this.#query = query
    this.#worker = this.#start()
  }

  /** Null when a later question took its place. */
  async find(query: Query): Promise<Found | null> {
    this.#query = query
    const answer = await this.#ask({ ask: 'find', query }, limitMs)
    if (answer === 'too-long') return { problem: tooLong }
    return answer && 'found' in answer ? answer.found : null
  }

  /** The whole sentences that passages stand in. Null when a later question took its place. */
  async sentences(passages: Stretches): Promise<Stretches | null> {
    const asked: Asked = { ask: 'sentences', passages, blocks: this.#text.blocks }
    const answer = await this.#ask(asked, Number.POSITIVE_INFINITY)
    return answer && answer !== 'too-long' && 'sentences' in answer ? answer.sentences : null
  }

  destroy(): void {
    this.#waiting?.end(null)
    this.#waiting = null
    this.#endRunning(null)
    this.#worker.terminate()
  }

  #ask(asked: Asked, limit: number): Promise<Answered | 'too-long' | null> {
    return new Promise((resolve) => {
      this.#waiting?.end(null)
      this.#waiting = { asked, limitMs: limit, end: resolve }
      this.#goOn()
    })
  }

  #goOn(): void {
    const next = this.#waiting
    if (!next) return
    if (this.#running) {
      const left = this.#running.since + patienceMs - performance.now()
      if (left > 0) {
        setTimeout(() => this.#goOn(), left)
        return
      }
      this.#restart(null)
    }
    this.#waiting = null
    const timer = setTimeout(() => this.#restart('too-long'), Math.min(next.limitMs, longestTimeoutMs))
    this.#running = { ...next, since: performance.now(), timer }
    this.#worker.postMessage(next.asked)
  }

  #endRunning(answer: Answered | 'too-long' | null): void {
    const job = this.#running
    if (!job) return
    this.#running = null
    clearTimeout(job.timer)
    job.end(answer)
  }

  #restart(answer: 'too-long' | null): void {
    this.#worker.terminate()
    this.#worker = this.#start()
    this.#endRunning(answer)
    this.#goOn()
  }

  #start(): Worker {
    const worker = startWorker()
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      this.#endRunning(data)
      this.#goOn()
    })
    const { text, language } = this.#text
    worker.postMessage({ ask: 'read', text, language, query: this.#query } satisfies Asked)
    return worker
  }
}

const longestTimeoutMs = 2 ** 31 - 1
