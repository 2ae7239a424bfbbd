import type { Database } from 'better-sqlite3'
import { loggedTables } from '../undo/row-image.ts'

/** All that a person could find in a project, row by row; doubles and texts exactly as they are kept. */
export function dump(database: Database): Record<string, unknown[]> {
  const rows = Object.fromEntries<unknown[]>(
    loggedTables.map((table) => {
      const condition = table === 'document' ? 'WHERE present = 1' : ''
      return [table, database.prepare(`SELECT * FROM ${table} ${condition} ORDER BY id`).all()]
    }),
  )
  const texts = database
    .prepare(
      `SELECT document.id, text, blocks FROM document JOIN revision ON revision.id = revision_id
       WHERE present = 1 ORDER BY document.id`,
    )
    .all()
  return { ...rows, texts }
}
