import type { Database } from 'better-sqlite3'
import { migrations } from '../migrations/index.ts'
import type { Migration } from '../migrations/migration.ts'
import { lengthProblems } from './lengths.ts'
import { linkProblems } from './links.ts'
import { referenceProblems } from './references.ts'
import { rowIdProblems } from './row-ids.ts'
import { schemaProblem } from './schema.ts'
import { damageOf, rowsWithoutParent } from './structure.ts'
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
  for (const damage of damageOf(database)) {
    isSound = false
    yield damage
  }
  if (!isSound) return
  yield* rowsWithoutParent(database)
  yield* contentProblems(database)
}

/** What the model has to object to a file that SQLite finds sound. */
export function* contentProblems(database: Database): Generator<string> {
  let isReadable = true
  for (const problem of lengthProblems(database)) {
    isReadable = false
    yield problem
  }
  if (!isReadable) return
  yield* rowIdProblems(database)
  yield* valueProblems(database)
  yield* referenceProblems(database)
  yield* linkProblems(database)
  yield* textProblems(database)
}
