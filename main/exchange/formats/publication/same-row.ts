import type { Column } from './columns.ts'

/** Whether a value from Parquet says what one from JSON says; what is missing in a record is null there. */
export function isSame(column: Column, json: unknown, parquet: unknown): boolean {
  if (json === null || json === undefined) return column.isOptional === true && (parquet ?? null) === null
  if (!column.isList) return isSameValue(column, json, parquet)
  if (!Array.isArray(json) || !Array.isArray(parquet) || json.length !== parquet.length) return false
  return json.every((item, at) => isSameValue(column, item, parquet[at]))
}

function isSameValue({ holds }: Column, json: unknown, parquet: unknown): boolean {
  switch (holds) {
    case 'text':
      return typeof json === 'string' && json === parquet
    case 'whole':
    case 'number':
      return typeof json === 'number' && json === parquet
    case 'truth':
      return typeof json === 'boolean' && json === parquet
    default:
      return isRecord(json) && isRecord(parquet) && isSameRow(holds, json, parquet)
  }
}

/** A row has all columns and no other. */
export function isSameRow(
  columns: readonly Column[],
  json: Record<string, unknown>,
  parquet: Record<string, unknown>,
): boolean {
  const names = Object.keys(json)
  if (names.length !== columns.length || !columns.every(({ name }) => Object.hasOwn(json, name))) return false
  return columns.every((column) => isSame(column, json[column.name], parquet[column.name]))
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
