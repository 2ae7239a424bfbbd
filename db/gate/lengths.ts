import type { Database } from 'better-sqlite3'
import { sizeOf } from './size.ts'

/** Bytes. Nothing that people write is that long; a few of these at once no memory could hold. */
const longest = 64_000_000

/** Looked at with the texts, which may be longer; of an imported file nothing is ever read but as bytes. */
const apart = new Set(['revision', 'original'])

/** Values that are too long to be read. Their length stands before them: none of them is read for this. */
export function* lengthProblems(database: Database): Generator<string> {
  if (sizeOf(database) <= longest) return
  const tables = database
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    )
    .pluck()
    .all()
  for (const table of tables.filter((name) => !apart.has(name))) {
    const columns = database
      .prepare<[string], string>(`SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'`)
      .pluck()
      .all(table)
    if (columns.length === 0) continue
    const isLong = columns.map((column) => `octet_length("${column}") > ${longest}`).join(' OR ')
    const ids = database.prepare<[], number>(`SELECT rowid FROM "${table}" WHERE ${isLong}`).pluck()
    for (const id of ids.iterate()) yield `Row ${id} of ${table} is too long to be read.`
  }
}
