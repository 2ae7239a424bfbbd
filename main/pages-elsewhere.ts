import { Failure, type Reply } from '../preload/contract/failure.ts'
import type { Paper, ReadingCopy } from '../preload/contract/reading-copy.ts'
import { replyTo } from './dispatch.ts'

/** Sets a copy for reading as a PDF. Fails with `cancelled` when the signal says so. */
export type SetPages = (copy: ReadingCopy, paper: Paper, signal: AbortSignal) => Promise<Uint8Array>

/** To whoever can set pages. */
export type PagesAsked =
  | { type: 'set-pages'; id: number; copy: ReadingCopy; paper: Paper }
  /** Nobody waits for them any more. They are answered all the same. */
  | { type: 'leave-pages'; id: number }

/** Answers one `set-pages` each. */
export interface PagesSet {
  type: 'pages-set'
  id: number
  reply: Reply<Uint8Array>
}

/** Pages that another process or thread sets, over its messages. */
export function pagesElsewhere(ask: (message: PagesAsked) => void) {
  const waiting = new Map<number, (reply: Reply<Uint8Array>) => void>()
  let lastId = 0

  const setPages: SetPages = async (copy, paper, signal) => {
    lastId += 1
    const id = lastId
    const leave = () => ask({ type: 'leave-pages', id })
    const answered = new Promise<Reply<Uint8Array>>((resolve) => waiting.set(id, resolve))
    ask({ type: 'set-pages', id, copy, paper })
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave)
    const reply = await answered
    signal.removeEventListener('abort', leave)
    if (reply.ok) return reply.value
    throw new Failure(reply.code, reply.message)
  }

  return {
    setPages,
    hear({ id, reply }: PagesSet): void {
      waiting.get(id)?.(reply)
      waiting.delete(id)
    },
    /** No answer comes any more. */
    lose(reply: Reply<never>): void {
      for (const answer of waiting.values()) answer(reply)
      waiting.clear()
    },
  }
}

/** The other end: what to do with each message. */
export function pagesForOthers(
  setPages: SetPages,
  answer: (message: PagesSet) => void,
): (message: PagesAsked) => void {
  const running = new Map<number, AbortController>()
  return (message) => {
    const { id } = message
    if (message.type === 'leave-pages') return running.get(id)?.abort()
    const controller = new AbortController()
    running.set(id, controller)
    replyTo(() => setPages(message.copy, message.paper, controller.signal)).then((reply) => {
      running.delete(id)
      answer({ type: 'pages-set', id, reply })
    })
  }
}

/** Where nothing can set pages. */
export const noPages: SetPages = () =>
  Promise.reject(
    new Failure('internal', 'No PDF can be made here: choose a reading copy as Word document or web page.'),
  )
