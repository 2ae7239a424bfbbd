import type { Database } from 'better-sqlite3'

/** New values for some fields; what is undefined stays as it is. */
export type Change<T> = { [K in keyof T]?: T[K] | undefined }

type Value = string | number | null

/**
 * Updates some columns of one row. Statements are prepared at their first use and kept, one for each set of
 * columns; the names come from the code, never from outside.
 */
export function columnUpdater<Column extends string>(database: Database, table: string) {
  const prepared = new Map<string, ReturnType<Database['prepare']>>()

  /** Tells whether the row was there. Without any column it only looks. */
  return (id: number, change: Change<Record<Column, Value>>): boolean => {
    const entries = Object.entries(change).filter(([, value]) => value !== undefined) as [Column, Value][]
    const assignments = entries.map(([column]) => `"${column}" = ?`).join(', ')
    let statement = prepared.get(assignments)
    if (statement === undefined) {
      statement = database.prepare(`UPDATE ${table} SET ${assignments || 'id = id'} WHERE id = ?`)
      prepared.set(assignments, statement)
    }
    return statement.run([...entries.map(([, value]) => value), id]).changes > 0
  }
}
