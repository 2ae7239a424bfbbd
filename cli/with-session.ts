import { userInfo } from 'node:os'
import { openSession } from '../main/open-session.ts'
import type { Session } from '../main/session.ts'
import type { Event } from '../preload/contract/events.ts'
import type { Contents } from '../preload/contract/exchange.ts'
import { electronHere, pagesByElectron } from './pages-by-electron.ts'
import type { Terminal } from './terminal.ts'

/** What every command gets. */
export interface Surroundings {
  terminal: Terminal
  /** Stops what takes its time. */
  signal: AbortSignal | undefined
}

interface Opening {
  path: string
  /** The name of a project to be made. */
  make?: string
  /** Whose work this is. */
  annotator?: string | undefined
  /** Hears what an export is about to write. */
  exporting?(contents: Contents): void
}

/** The name under which the one import or export of a command runs. */
export const task = 'command line'

/** Opens a project for one command, and puts it away whatever becomes of it. */
export async function withSession<T>(
  { path, make, annotator, exporting }: Opening,
  { terminal, signal }: Surroundings,
  work: (session: Session) => T | Promise<T>,
): Promise<T> {
  const who = { uid: null, name: annotator ?? userInfo().username }
  const hear = (event: Event): void => {
    if (event.type === 'exporting') exporting?.(event.contents)
    if (event.type !== 'progress') return
    const { done, of, doing } = event.progress
    terminal.progress(done, of, doing)
  }
  const pages = pagesByElectron(electronHere)
  const session = openSession({ path, make: make ?? null, who }, hear, pages.setPages)
  const stop = (): void => session.cancel(task)
  signal?.addEventListener('abort', stop)
  try {
    return await work(session)
  } finally {
    signal?.removeEventListener('abort', stop)
    await session.close()
    await pages.close()
  }
}
