import type { Event } from '../../preload/contract/events.ts'
import { Failure, type Reply } from '../../preload/contract/failure.ts'
import type { ProjectInfo } from '../../preload/contract/project.ts'
import { noPages, type SetPages } from '../pages-elsewhere.ts'
import type { Opening, ReplyPort } from '../project-messages.ts'
import { connectTo, type ProjectChild, type ProjectConnection } from './project-connection.ts'

interface Open {
  connection: ProjectConnection
  opening: Opening
  info: ProjectInfo
  /** When the process was last started again, in milliseconds since 1970; 0 for never. */
  recoveredAt: number
}

interface Surroundings {
  /** Starts a process that can hold a project. */
  fork: () => ProjectChild
  /** What the open project tells; also `opened` and `recovered`. */
  onEvent: (event: Event) => void
  setPages?: SetPages
  now?: () => number
}

const noProject: Reply<never> = {
  ok: false,
  code: 'no-project',
  message: 'No project is open. Please open one first.',
}

// A process that ends again so soon would do so for ever.
const tooSoonMs = 10_000

/** The project this window shows, or none. Another takes its place only after it has opened. */
export function currentProject({ fork, onEvent, setPages = noPages, now = Date.now }: Surroundings) {
  let open: Open | null = null
  // One opening, closing or recovery after the other; requests wait for those that have begun.
  let turn: Promise<unknown> = Promise.resolve()

  function inTurn<T>(act: () => Promise<T>): Promise<T> {
    const done = turn.then(act)
    turn = done.catch(() => {})
    return done
  }

  async function start(opening: Opening, recoveredAt = 0): Promise<Open> {
    const connection = connectTo(
      fork(),
      (event) => hear(connection, event),
      () => recover(connection),
      setPages,
    )
    const reply = await connection.open(opening)
    if (!reply.ok) {
      await connection.close()
      throw new Failure(reply.code, reply.message)
    }
    return { connection, opening, info: reply.value as ProjectInfo, recoveredAt }
  }

  function hear(connection: ProjectConnection, event: Event): void {
    if (open?.connection === connection) onEvent(event)
  }

  function recover(connection: ProjectConnection): void {
    inTurn(async () => {
      if (open?.connection !== connection) return
      const { opening, recoveredAt } = open
      try {
        if (now() - recoveredAt < tooSoonMs) throw new Failure('internal', 'It ended again at once.')
        open = await start({ ...opening, make: null }, now())
        onEvent({
          type: 'recovered',
          message: 'The project was closed by a fault and opened again. What was shown as saved is there.',
        })
      } catch (error) {
        open = null
        const why = error instanceof Failure ? error.message : ''
        onEvent({ type: 'opened' })
        onEvent({
          type: 'refused',
          message: `The project was closed by a fault and could not be opened again. ${why}`.trim(),
        })
      }
    })
  }

  return {
    info: (): ProjectInfo | null => open?.info ?? null,

    /** Throws a `Failure` when it cannot be opened or made; the project that was open then stays open. */
    open: (opening: Opening): Promise<ProjectInfo> =>
      inTurn(async () => {
        if (open && open.opening.path === opening.path && opening.make === null) return open.info
        const next = await start(opening)
        const previous = open
        open = next
        onEvent({ type: 'opened' })
        await previous?.connection.close()
        return next.info
      }),

    close: (): Promise<void> =>
      inTurn(async () => {
        const previous = open
        open = null
        if (previous) onEvent({ type: 'opened' })
        await previous?.connection.close()
      }),

    async request(channel: string, input: unknown): Promise<Reply<unknown>> {
      await turn
      return open ? open.connection.request(channel, input) : noProject
    },

    /** The same, but that the reply goes straight from the project to a port. */
    async requestTo(port: ReplyPort, channel: string, input: unknown): Promise<void> {
      await turn
      if (open) open.connection.requestTo(port, channel, input)
      else port.postMessage(noProject)
    },

    /** Asks the project anew what it is called. */
    async refreshInfo(): Promise<ProjectInfo | null> {
      const asked = open
      const reply = await asked?.connection.request('project.info', undefined)
      if (asked && reply?.ok) asked.info = reply.value as ProjectInfo
      return open?.info ?? null
    },

    cancel: (task: string): void => open?.connection.cancel(task),

    /** The person goes by another name now. */
    signAs(name: string): void {
      if (!open) return
      open.opening = { ...open.opening, who: { ...open.opening.who, name } }
      open.connection.signAs(name)
    },
  }
}

export type CurrentProject = ReturnType<typeof currentProject>
