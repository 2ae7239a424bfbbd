import type { LoggedChange } from '../db/undo/replay.ts'
import { type LoggedTable, loggedTables, type RowImage } from '../db/undo/row-image.ts'

/** For each table the rows a step touched, each with the images it had on the way: one where it came or went. */
export type RowsTouched = Record<LoggedTable, Map<number, RowImage[]>>

export function rowsTouched(changes: readonly LoggedChange[]): RowsTouched {
  const rows = Object.fromEntries(loggedTables.map((table) => [table, new Map()])) as RowsTouched
  for (const { table, rowId, before, after } of changes) {
    const images = [before, after].flatMap((image) => (image === null ? [] : [JSON.parse(image) as RowImage]))
    const known = rows[table].get(rowId)
    if (known === undefined) rows[table].set(rowId, images)
    else known.push(...images)
  }
  return rows
}

export const imagesOf = (rows: ReadonlyMap<number, RowImage[]>): RowImage[] => [...rows.values()].flat()
