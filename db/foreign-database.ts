import Database, { type Database as Connection } from 'better-sqlite3'
import { Failure } from '../preload/contract/failure.ts'

const magic = Buffer.from('SQLite format 3\0')

/** Whether these are the first bytes of a database. */
export function isDatabase(head: Uint8Array): boolean {
  return magic.equals(head.subarray(0, magic.length))
}

/**
 * A database of another program, of which only the bytes are at hand: it is opened in memory, so that no file is
 * touched and no journal beside it played back, and nothing can be written. Fails with `unreadable`.
 */
export function withForeignDatabase<T>(bytes: Uint8Array, read: (database: Connection) => T): T {
  if (!isDatabase(bytes)) throw unreadable()
  const copy = Buffer.from(bytes)
  // What a write-ahead log would add is not here; without this SQLite would look for one.
  copy.fill(1, 18, 20)
  let database: Connection | undefined
  try {
    database = new Database(copy, { readonly: true })
    database.pragma('trusted_schema = OFF')
    database.pragma('cell_size_check = ON')
    database.pragma('query_only = ON')
    return read(database)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw unreadable()
  } finally {
    database?.close()
  }
}

/**
 * The rows of a real table with these columns, in the order of its first; views are not asked, for they may do
 * anything. Undefined where there is no such table, or not all of the columns.
 */
export function rowsOf<Column extends string>(
  database: Connection,
  table: string,
  columns: readonly Column[],
): Record<Column, unknown>[] | undefined {
  const rows = iterateRowsOf(database, table, columns)
  return rows && [...rows]
}

/** The same one after the other: nothing else can be asked of the database until they have all come. */
export function iterateRowsOf<Column extends string>(
  database: Connection,
  table: string,
  columns: readonly Column[],
): IterableIterator<Record<Column, unknown>> | undefined {
  const isTable = database.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?`).get(table)
  if (isTable === undefined) return undefined
  const there = database
    .prepare<[string], { name: string }>(`SELECT name FROM pragma_table_info(?)`)
    .all(table)
  if (!columns.every((column) => there.some(({ name }) => name === column))) return undefined
  const list = columns.map((column) => `"${column}"`).join(', ')
  const all = database.prepare<[], Record<Column, unknown>>(`SELECT ${list} FROM "${table}" ORDER BY 1`)
  // Begun when the first one is asked for: a walk that nobody ends would keep the database from being closed.
  return (function* () {
    yield* all.iterate()
  })()
}

const unreadable = () =>
  new Failure('unreadable', 'This database is damaged: save it again in the program it is from.')
