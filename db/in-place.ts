import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { Failure } from '../preload/contract/failure.ts'
import { toFailure } from './sqlite-failure.ts'

/**
 * Returns what fails with `moved` as soon as the file that is open lies at its path no more: moved away, deleted, or
 * another put in its place, into which nothing of ours may be written. Fails so itself where that is the case already.
 */
export function stayingInPlace(path: string, database: Database): () => void {
  const before = fileAt(path)
  mustBeAtItsPath(database)
  return () => {
    if (fileAt(path) !== before) throw moved()
  }
}

/** SQLite looks whether the file is where it was opened before it writes a page, and only then. */
function mustBeAtItsPath(database: Database): void {
  try {
    const version = database.pragma('user_version', { simple: true })
    database.exec('BEGIN IMMEDIATE')
    database.pragma(`user_version = ${version}`)
  } catch (error) {
    throw toFailure(error)
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK')
  }
}

function fileAt(path: string): string {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    return `${dev} ${ino}`
  } catch {
    throw moved()
  }
}

const moved = () =>
  new Failure('moved', 'The project file was moved or deleted while it was open. Nothing was changed.')
