import type { Database } from 'better-sqlite3'
import { columnsOf, imageOf, type LoggedTable, loggedTables, type RowImage } from './row-image.ts'

/** One row of one table before and after; null where it was not there. Images are JSON. */
export interface LoggedChange {
  table: LoggedTable
  rowId: number
  before: string | null
  after: string | null
}

/** Puts rows into a logged state. Tells false, and does nothing, where the row is not as the log left it. */
export type Replay = (
  change: Pick<LoggedChange, 'table' | 'rowId'>,
  from: string | null,
  to: string | null,
) => boolean

export function createReplay(database: Database): Replay {
  const writers = new Map(loggedTables.map((table) => [table, writerOf(database, table)]))

  return ({ table, rowId }, from, to) => {
    const writer = writers.get(table)
    if (writer === undefined || writer.present(rowId) !== from) return false
    if (to === null) return writer.remove(rowId)
    const image = parseImage(to)
    if (image?.id !== rowId) return false
    return from === null ? writer.insert(image) : writer.update(image)
  }
}

function writerOf(database: Database, table: LoggedTable) {
  const columns = columnsOf(database, table)
  const values = (image: RowImage) => columns.map((column) => image[column] ?? null)
  const fits = (image: RowImage) =>
    Object.keys(image).length === columns.length && columns.every((column) => Object.hasOwn(image, column))

  const select = database
    .prepare<[number], string>(`SELECT ${imageOf(columns, 'row')} FROM ${table} AS row WHERE id = ?`)
    .pluck()
  const insert = database.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`)
  const update = database.prepare(
    `UPDATE ${table} SET ${columns.map((column) => `"${column}" = ?`).join(', ')} WHERE id = ?`,
  )
  const remove = database.prepare<[number]>(`DELETE FROM ${table} WHERE id = ?`)

  return {
    present: (id: number): string | null => select.get(id) ?? null,
    insert: (image: RowImage): boolean => fits(image) && insert.run(values(image)).changes === 1,
    update: (image: RowImage): boolean =>
      fits(image) && update.run([...values(image), image.id]).changes === 1,
    remove: (id: number): boolean => remove.run(id).changes === 1,
  }
}

/** The log lies in the file, so it may be from anyone. */
function parseImage(text: string): RowImage | undefined {
  try {
    const image: unknown = JSON.parse(text)
    if (typeof image !== 'object' || image === null || Array.isArray(image)) return undefined
    return Object.values(image).every(isPlain) ? (image as RowImage) : undefined
  } catch {
    return undefined
  }
}

const isPlain = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number'
