import { existsSync, renameSync, rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { Failure } from '../preload/contract/failure.ts'
import { closeDurably, connect, makeDurable } from './connect.ts'
import { toFailure } from './sqlite-failure.ts'

/**
 * A compact copy to give away: without the history, and without the texts of documents that were deleted, so that
 * nothing removed can be read in it. Fails with `target-exists`. What stands at `path` is whole or not there.
 */
export function saveCopy(database: Database, path: string): void {
  if (existsSync(path))
    throw new Failure('target-exists', `There is a file at ${path} already. Choose another name.`)
  const part = `${path}.part`
  rmSync(part, { force: true })
  try {
    database.prepare(`VACUUM INTO ?`).run(part)
    forgetThePast(part)
    renameSync(part, path)
  } catch (error) {
    throw toFailure(error)
  } finally {
    rmSync(part, { force: true })
  }
}

function forgetThePast(path: string): void {
  const copy = connect(path)
  try {
    makeDurable(copy)
    copy.exec(`
      DELETE FROM change;
      DELETE FROM step;
      DELETE FROM document WHERE present = 0;
      DELETE FROM original WHERE NOT EXISTS (SELECT 1 FROM revision WHERE original_id = original.id);
      VACUUM;
    `)
  } finally {
    closeDurably(copy)
  }
}
