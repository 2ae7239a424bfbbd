import type { JsonObject, JsonValue } from '../json.ts'

// What other programs write, taken as far as it is what it should be.

type Given = JsonValue | undefined

export function objectOf(value: Given): JsonObject | undefined {
  return value instanceof Map ? value : undefined
}

/** A list, one thing as a list of one, nothing as none. */
export function listOf(value: Given): JsonValue[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

export function objectsOf(value: Given): JsonObject[] {
  return listOf(value).filter((item) => item instanceof Map)
}

/** Numbers as their digits: ids are strings in one file and numbers in the next. */
export function textOf(value: Given): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined
}

export function textsOf(value: Given): string[] {
  const single = textOf(value)
  return single === undefined ? listOf(value).flatMap((item) => textOf(item) ?? []) : [single]
}

/** A whole number from 0, also one that is written as a string. */
export function offsetOf(value: Given): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined
}

/** A moment as we write it ourselves; not of days that some months do not have. */
const ourOwnMoment =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** A moment as ISO 8601 in UTC; of one without a time zone, as if it were UTC. */
export function momentOf(value: Given): string | undefined {
  const text = textOf(value)
  if (text !== undefined && ourOwnMoment.test(text)) return text
  if (text === undefined || !/^\d{4}-\d\d-\d\d/.test(text)) return undefined
  const isZoned = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text)
  const date = new Date(isZoned || text.length <= 10 ? text : `${text.replace(' ', 'T')}Z`)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
