import { randomUUID } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { closeDurably } from './connect.ts'
import { preparingLate } from './late-statements.ts'
import { createRepositories, type Repositories } from './repositories/index.ts'
import { createHistory, type History } from './undo/history.ts'

/** Where a project gets its ids and its time from. */
export interface Sources {
  newUid(): string
  /** ISO 8601 with milliseconds. */
  now(): string
}

export const worldSources: Sources = {
  newUid: randomUUID,
  now: () => new Date().toISOString(),
}

/** A project file that passed the gate, or was just made. Every change goes through `history`. */
export interface OpenProject extends Sources {
  readonly path: string
  /** Why it cannot be changed, in a sentence; '' when it can. */
  readonly readOnly: string
  readonly database: Database
  readonly repositories: Repositories
  readonly history: History
  /** Leaves one file, nothing beside it. */
  close(): void
}

export function assembleProject(
  database: Database,
  {
    path,
    readOnly,
    beforeClose,
    onClose,
    newUid,
    now,
  }: Sources & { path: string; readOnly: string; beforeClose?: () => void; onClose?: () => void },
): OpenProject {
  const late = preparingLate(database)
  const history = createHistory(late, { now, readOnly })
  return {
    newUid,
    now,
    path,
    readOnly,
    database,
    repositories: createRepositories(late),
    history,
    close() {
      beforeClose?.()
      closeDurably(database)
      onClose?.()
    },
  }
}
