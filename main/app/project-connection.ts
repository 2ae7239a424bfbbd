import type { Event } from '../../preload/contract/events.ts'
import type { Reply } from '../../preload/contract/failure.ts'
import { noPages, pagesForOthers, type SetPages } from '../pages-elsewhere.ts'
import type { FromProject, Opening, ReplyPort, ToProject } from '../project-messages.ts'

/** The process that holds a project. */
export interface ProjectChild {
  /** The port goes with the message, and is then nobody’s else. */
  postMessage(message: ToProject, port?: ReplyPort): void
  onMessage(listener: (message: FromProject) => void): void
  onExit(listener: () => void): void
  /** Ends it whatever it is doing. */
  kill(): void
}

/** Closing a large project takes a while: its journal is put away and a copy is made. */
const patienceMs = 20_000

const lost: Reply<never> = {
  ok: false,
  code: 'internal',
  message: 'The project had to be opened again before this was done. Please try once more.',
}

/**
 * Questions and answers over the messages of one such process. Every question is answered: with a failure when
 * the process ends before it replies. `onEnd` is called when it ends without having been asked to.
 */
export function connectTo(
  child: ProjectChild,
  onEvent: (event: Event) => void,
  onEnd: () => void,
  setPages: SetPages = noPages,
) {
  const askedForPages = pagesForOthers(setPages, (message) => {
    if (!ended) child.postMessage(message)
  })
  const waiting = new Map<number, (reply: Reply<unknown>) => void>()
  let lastId = 0
  let ending = false
  let ended = false

  child.onMessage((message) => {
    if (message.type === 'event') return onEvent(message.event)
    if (message.type !== 'reply') return askedForPages(message)
    waiting.get(message.id)?.(message.reply)
    waiting.delete(message.id)
  })
  const exit = new Promise<void>((resolve) => {
    child.onExit(() => {
      ended = true
      for (const answer of waiting.values()) answer(lost)
      waiting.clear()
      resolve()
      if (!ending) onEnd()
    })
  })

  function ask(message: (id: number) => ToProject): Promise<Reply<unknown>> {
    if (ended) return Promise.resolve(lost)
    lastId += 1
    const id = lastId
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      child.postMessage(message(id))
    })
  }

  return {
    open: (opening: Opening) => ask((id) => ({ type: 'open', id, opening })),
    request: (channel: string, input: unknown) => ask((id) => ({ type: 'request', id, channel, input })),
    /** Where the process ends before it has replied, the port closes. */
    requestTo(port: ReplyPort, channel: string, input: unknown): void {
      if (ended) port.postMessage(lost)
      else child.postMessage({ type: 'direct', channel, input }, port)
    },
    cancel: (task: string) => child.postMessage({ type: 'cancel', task }),
    signAs: (name: string) => child.postMessage({ type: 'sign', name }),

    /** Resolves when the process has gone: by itself after it has put the project away, by force if that takes too long. */
    async close(): Promise<void> {
      ending = true
      if (ended) return
      const timer = setTimeout(() => child.kill(), patienceMs)
      await ask((id) => ({ type: 'close', id }))
      await exit
      clearTimeout(timer)
    },
  }
}

export type ProjectConnection = ReturnType<typeof connectTo>
