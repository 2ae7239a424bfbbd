import Database, { type Database as Connection } from 'better-sqlite3'
import { migrate } from '../migrations/migrate.ts'
import type { Migration } from '../migrations/migration.ts'

/**
 * What differs from the tables and indexes that the migrations of this version make; undefined when nothing does.
 * The text must be the same, so that no trigger, view or column of anyone else comes in.
 */
export function schemaProblem(database: Connection, migrations: readonly Migration[]): string | undefined {
  const version = database.pragma('user_version', { simple: true }) as number
  if (version < 1) return 'The file does not say which version of a project it is.'
  const expected = schemaOf(migrations.filter((migration) => migration.version <= version))
  const present = entriesOf(database)
  for (const [name, sql] of present) {
    if (expected.get(name) !== sql) return `The file contains ${name}, which is not as this program makes it.`
  }
  for (const name of expected.keys()) if (!present.has(name)) return `The file lacks ${name}.`
  return undefined
}

function schemaOf(migrations: readonly Migration[]): Map<string, string> {
  const fresh = new Database(':memory:')
  try {
    migrate(fresh, migrations)
    return entriesOf(fresh)
  } finally {
    fresh.close()
  }
}

function entriesOf(database: Connection): Map<string, string> {
  const rows = database
    .prepare<[], { type: string; name: string; tbl_name: string; sql: string | null }>(
      `SELECT type, name, tbl_name, sql FROM sqlite_schema`,
    )
    .all()
  return new Map(rows.map(({ type, name, tbl_name, sql }) => [`${type} ${name}`, `${tbl_name}: ${sql}`]))
}
