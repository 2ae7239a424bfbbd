import type { Database } from 'better-sqlite3'
import { Failure } from '../../preload/contract/failure.ts'
import { connect } from '../connect.ts'
import type { Migration } from '../migrations/migration.ts'
import { problemsOf } from './check.ts'

/** A connection to a file that was looked through and found sound. Changes nothing; fails with `damaged`. */
export function connectThroughGate(
  path: string,
  migrations: readonly Migration[],
  { readOnly = false } = {},
): Database {
  const database = connect(path, { readOnly })
  try {
    database.pragma('query_only = ON')
    // One reader’s view of the file, whoever writes meanwhile.
    database.exec('BEGIN')
    for (const problem of problemsOf(database, migrations)) {
      throw new Failure('damaged', `This project file is damaged. ${problem} Open the latest backup.`)
    }
    database.exec('ROLLBACK')
    database.pragma('query_only = OFF')
    return database
  } catch (error) {
    database.close()
    throw error
  }
}
