import type { Database } from 'better-sqlite3'
import { migrations } from '../migrations/index.ts'
import type { Migration } from '../migrations/migration.ts'
import { linkProblems } from './links.ts'
import { referenceProblems } from './references.ts'
import { schemaProblem } from './schema.ts'
import { textProblems } from './texts.ts'
import { valueProblems } from './values.ts'

/** What SQLite and the model have to object to a project, one sentence each, at most `limit`; empty when all is well. */
export function checkProject(database: Database, { limit = 100 } = {}): string[] {
  const problems: string[] = []
  for (const problem of problemsOf(database, migrations)) {
    problems.push(problem)
    if (problems.length === limit) break
  }
  return problems
}

/**
 * Cheapest and most fundamental first. Each rests on those before it, so what comes after a problem may be wrong;
 * after one in the schema or in the file itself nothing more is looked at.
 */
export function* problemsOf(database: Database, migrations: readonly Migration[]): Generator<string> {
  const problem = schemaProblem(database, migrations)
  if (problem !== undefined) return yield problem

  let isSound = true
  for (const row of database.pragma('integrity_check') as { integrity_check: string }[]) {
    if (row.integrity_check === 'ok') continue
    isSound = false
    yield `SQLite: ${row.integrity_check}.`
  }
  if (!isSound) return
  for (const row of database.pragma('foreign_key_check') as {
    table: string
    rowid: number
    parent: string
  }[]) {
    yield `Row ${row.rowid} of ${row.table} refers to a ${row.parent} that is not there.`
  }
  yield* valueProblems(database)
  yield* referenceProblems(database)
  yield* linkProblems(database)
  yield* textProblems(database)
}
