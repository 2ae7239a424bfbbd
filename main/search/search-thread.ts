import { Worker } from 'node:worker_threads'
import { threadFile } from '../../db/thread-file.ts'
import type { RevisionId } from '../../preload/contract/ids.ts'
import { TextsThread } from '../texts-thread/texts-thread.ts'
import type { Questions } from './messages.ts'

export type SearchThread = TextsThread<Questions>

/** The thread that searches. What is asked about a result fails with `not-found` once texts are others. */
export function searchThread(textOf: (id: RevisionId) => string): SearchThread {
  return new TextsThread({
    start: () => new Worker(threadFile('search-worker', import.meta.url), { env: {}, execArgv: [] }),
    textOf,
    batchUnits: 400_000,
    // An expression of the slow kind hangs in one text.
    patienceMs: 400,
    doing: 'Searching',
    gaveUp: 'The search was given up.',
    ended: (reason) =>
      `The search ended by itself (${reason}). Search again; if it happens again, narrow it.`,
  })
}
