import type { Database } from 'better-sqlite3'
import type { Migration } from './migration.ts'

/** Brings a database from its `user_version` to the latest of the migrations, all of it or nothing. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  const from = database.pragma('user_version', { simple: true }) as number
  database
    .transaction(() => {
      for (const migration of migrations) {
        if (migration.version <= from) continue
        migration.up(database)
        database.pragma(`user_version = ${migration.version}`)
      }
    })
    .immediate()
}
