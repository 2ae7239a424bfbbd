import type { Event } from '../preload/contract/events.ts'
import type { Reply } from '../preload/contract/failure.ts'
import { packReply } from '../preload/contract/long-answers.ts'
import { dispatch, inItsTurn, replyTo } from './dispatch.ts'
import { pagesElsewhere, type SetPages } from './pages-elsewhere.ts'
import type { FromProject, Opening, ReplyPort, ToProject } from './project-messages.ts'
import type { Session } from './session.ts'

interface Surroundings {
  open: (opening: Opening, emit: (event: Event) => void, setPages: SetPages) => Session | Promise<Session>
  send: (message: FromProject) => void
  /** Ends the process. */
  end: () => void
}

const nothingOpen: Reply<never> = {
  ok: false,
  code: 'no-project',
  message: 'No project is open. Please open one first.',
}

/**
 * The other side of `ProjectConnection`: holds one project and answers for it. Returns what to do with a message;
 * a long work does not keep others waiting, but for changes while a long step is being written.
 */
export function serveProject({
  open,
  send,
  end,
}: Surroundings): (message: ToProject, port?: ReplyPort) => Promise<void> {
  let session: Session | undefined
  const pages = pagesElsewhere(send)
  const emit = (event: Event) => send({ type: 'event', event })
  const answer = (id: number, reply: Reply<unknown>) => send({ type: 'reply', id, reply })

  const request = async (channel: string, input: unknown): Promise<Reply<unknown>> =>
    session
      ? packReply(channel, await dispatch(session.handlers, channel, input, session.whenReturned))
      : nothingOpen

  return async (message, port) => {
    switch (message.type) {
      case 'open': {
        const opened = await replyTo(async () => {
          session = await open(message.opening, emit, pages.setPages)
          return dispatch(session.handlers, 'project.info', undefined)
        })
        return answer(message.id, opened.ok ? opened.value : opened)
      }
      case 'request':
        return answer(message.id, await request(message.channel, message.input))
      case 'direct':
        return port?.postMessage(await request(message.channel, message.input))
      case 'cancel':
        return session?.cancel(message.task)
      case 'sign':
        await replyTo(() => session && inItsTurn(() => session?.signAs(message.name), session.whenReturned))
        return
      case 'pages-set':
        return pages.hear(message)
      case 'close':
        answer(message.id, await replyTo(() => session?.close()))
        end()
    }
  }
}
