import type { Database } from 'better-sqlite3'

/** What SQLite has to object to the file itself. */
export function* damageOf(database: Database): Generator<string> {
  for (const row of database.pragma('integrity_check') as { integrity_check: string }[])
    if (row.integrity_check !== 'ok') yield `SQLite: ${row.integrity_check}.`
}

/** Rows that refer to what is not there. */
export function* rowsWithoutParent(database: Database): Generator<string> {
  for (const row of database.pragma('foreign_key_check') as {
    table: string
    rowid: number
    parent: string
  }[]) {
    yield `Row ${row.rowid} of ${row.table} refers to a ${row.parent} that is not there.`
  }
}
