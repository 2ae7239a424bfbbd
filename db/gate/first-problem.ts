import type { Database } from 'better-sqlite3'
import type { Migration } from '../migrations/migration.ts'
import { contentProblems, problemsOf } from './check.ts'
import { damageInThread } from './damage-thread.ts'
import { schemaProblem } from './schema.ts'
import { sizeOf } from './size.ts'
import { damageOf, rowsWithoutParent } from './structure.ts'

/** Bytes from which a thread costs less than it saves. */
const large = 16_000_000

/**
 * The first thing to object to a file that may come from anyone; undefined where all is well. The database is in a
 * transaction that reads. A large file is looked through by two threads at once.
 */
export function firstProblem(database: Database, migrations: readonly Migration[]): string | undefined {
  if (sizeOf(database) < large) return firstOf(problemsOf(database, migrations))
  const problem = schemaProblem(database, migrations)
  if (problem !== undefined) return problem
  const damage = damageInThread(database.name)
  // What is found here may come of damage: it counts only where the file itself is sound.
  const other = attempt(() => firstOf(rowsWithoutParent(database)) ?? firstOf(contentProblems(database)))
  return firstOf(damage.answer() ?? damageOf(database)) ?? other()
}

function firstOf(problems: Iterable<string>): string | undefined {
  for (const problem of problems) return problem
  return undefined
}

/** The outcome of what is done now, for later: what it gave, or what it threw. */
function attempt<Result>(act: () => Result): () => Result {
  try {
    const result = act()
    return () => result
  } catch (error) {
    return () => {
      throw error
    }
  }
}
