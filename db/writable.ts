import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'

/** Whether this person may write the file and beside it, where the journal goes. */
export function mayWrite(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    accessSync(dirname(file), constants.W_OK)
    return true
  } catch {
    return false
  }
}

const refusals = ['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_IOERR']

/** Whether a change can really be made; makes none. Some media and rights show only here. */
export function canBeChanged(database: Database): boolean {
  try {
    database.exec('BEGIN IMMEDIATE; UPDATE project SET name = name; ROLLBACK')
    return true
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    const { code = '' } = error as { code?: string }
    if (refusals.some((start) => code.startsWith(start))) return false
    throw error
  }
}
