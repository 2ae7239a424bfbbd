import type { Database } from 'better-sqlite3'

/** The tables whose every change is logged. The rest is written once, or is the log itself. */
export const loggedTables = [
  'project',
  'annotator',
  'speaker',
  'tag',
  'tag_version',
  'link_type',
  'document',
  'claim',
  'annotation',
  'span',
  'link',
  'memo',
  'dismissed_answer',
  'dismissed_copy',
  'cue_list',
  'saved_search',
  'told_apart',
  'saved_list',
  'intended_finding',
] as const
export type LoggedTable = (typeof loggedTables)[number]

/** A row as the log keeps it: every column under its name. */
export type RowImage = Record<string, string | number | null>

/** The live columns of a table, in its order. */
export function columnsOf(database: Database, table: LoggedTable): string[] {
  const columns = database
    .prepare<[string], { name: string; type: string }>(`SELECT name, type FROM pragma_table_info(?)`)
    .all(table)
  for (const { name, type } of columns) {
    if (type === 'BLOB') throw new Error(`The history cannot log ${table}.${name}: JSON has no bytes.`)
  }
  return columns.map(({ name }) => name)
}

/**
 * SQL for the image of a row. Exact: SQLite writes a REAL into JSON with 17 significant digits, which is enough to
 * get the same double back.
 */
export function imageOf(columns: readonly string[], row: string): string {
  return `json_object(${columns.map((column) => `'${column}', ${row}."${column}"`).join(', ')})`
}
