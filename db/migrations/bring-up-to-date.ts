import type { Database } from 'better-sqlite3'
import { Failure } from '../../preload/contract/failure.ts'
import { backUp } from '../back-up.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migration.ts'

interface Circumstances {
  file: string
  /** Without one the project is refused rather than changed without a copy. */
  backupsFolder: string | undefined
  now(): string
}

/** Brings a project of an older version to the latest, after a copy was made. Fails with `read-only`. */
export function bringUpToDate(
  database: Database,
  migrations: readonly Migration[],
  { file, backupsFolder, now }: Circumstances,
): void {
  if (isLatest(database, migrations)) return
  if (backupsFolder === undefined) {
    throw new Failure(
      'read-only',
      'An older version of Rejoinder made this project. Open it in the window once, which keeps a copy and brings it up to date.',
    )
  }
  backUp(database, { path: file, folder: backupsFolder, at: now() })
  migrate(database, migrations)
}

export function isLatest(database: Database, migrations: readonly Migration[]): boolean {
  return database.pragma('user_version', { simple: true }) === migrations.length
}
