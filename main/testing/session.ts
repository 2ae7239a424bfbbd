import { createProjectInMemory } from '../../db/create-project.ts'
import type { OpenProject } from '../../db/open-project.ts'
import { countingSources } from '../../db/testing/sources.ts'
import type { Changed, Event } from '../../preload/contract/events.ts'
import { Failure } from '../../preload/contract/failure.ts'
import { callOf, type InputOf, type OutputOf, type ProjectChannel } from '../../preload/contract/index.ts'
import { dispatch } from '../dispatch.ts'
import { createSession, type SessionOptions } from '../session.ts'

/** A session over a new project in memory, asked as the window asks it. What it answers is checked by the contract too. */
export function testSession(options: Partial<SessionOptions> = {}) {
  const sources = countingSources()
  const project: OpenProject = options.project ?? createProjectInMemory(sources)
  const events: Event[] = []
  const session = createSession({
    who: { uid: null, name: 'Ada' },
    importDocuments: async () => ({ files: [], cancelled: false }),
    openDesk: () => Promise.reject(new Error('No desk is opened here.')),
    exchange: {
      formats: () => [],
      preview: () => ({ counts: {}, losses: [], unanswered: 0 }),
      write: async () => ({ paths: [], counts: {}, losses: [], unanswered: 0, notes: [] }),
    },
    emit: (event) => events.push(event),
    ...options,
    project,
  })

  return {
    project,
    session,
    sources,
    events,
    /** What the latest commit told the window. */
    latestChange(): Changed {
      const event = events.findLast((event) => event.type === 'changed')
      if (event?.type !== 'changed') throw new Error('Nothing was told.')
      return event.changed
    },
    /** Throws the failure that the window would get. */
    async ask<C extends ProjectChannel>(
      channel: C,
      ...[input]: undefined extends InputOf<C> ? [] : [InputOf<C>]
    ): Promise<OutputOf<C>> {
      const reply = await dispatch(session.handlers, channel, input)
      if (!reply.ok) throw new Failure(reply.code, reply.message)
      return callOf(channel)?.output.parse(reply.value) as OutputOf<C>
    },
  }
}

export type TestSession = ReturnType<typeof testSession>
