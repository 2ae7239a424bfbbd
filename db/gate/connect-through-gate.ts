import type { Database } from 'better-sqlite3'
import { Failure } from '../../preload/contract/failure.ts'
import { connect } from '../connect.ts'
import type { Migration } from '../migrations/migration.ts'
import { firstProblem } from './first-problem.ts'
import { stateOf } from './found-sound.ts'

export interface GateOptions {
  readOnly?: boolean
  /** The state in which the file is known to be sound (`stateOf`): in that one it is not looked through again. */
  soundIn?: string | undefined
}

/** A connection to a file that was looked through and found sound. Changes nothing; fails with `damaged`. */
export function connectThroughGate(
  path: string,
  migrations: readonly Migration[],
  { readOnly = false, soundIn }: GateOptions = {},
): Database {
  const database = connect(path, { readOnly })
  try {
    database.pragma('query_only = ON')
    // One reader’s view of the file, whoever writes meanwhile: from the first statement that reads.
    database.exec('BEGIN')
    database.pragma('user_version')
    if (soundIn !== stateOf(path)) {
      const problem = firstProblem(database, migrations)
      if (problem !== undefined)
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
