import { xmlText } from '../../../xml/xml-text.ts'
import type { Value } from '../tables.ts'

/** What Excel keeps in one cell, in UTF-16 code units. */
export const longestCell = 32_767

/** Numbers of the styles in `styles.xml`. */
export const styleOf = { head: 1, text: 2, date: 3, time: 4, quoted: 5 } as const

export type ColumnKind = 'id' | 'date' | 'number' | 'words' | 'short'

const numbers =
  /(?:^|_)(?:start|end|confidence|strength|characters|mentions|documents|annotations|links|symmetric)$/
const words =
  /(?:^|_)(?:quote|claim|statement|note|text|definition|include|exclude|examples|attributes|title)$/

/** What stands in a column, by its name; columns of one’s own (`attribute.…`) are short. */
export function kindOf(column: string): ColumnKind {
  if (/(?:^|_)(?:id|sha256|key)$/.test(column)) return 'id'
  if (/(?:^|_)date$|^created$/.test(column)) return 'date'
  if (numbers.test(column)) return 'number'
  return words.test(column) ? 'words' : 'short'
}

/** A cell of SpreadsheetML (ECMA-376, part 1: 18.3.1.4); '' for one without a value. `at`: its name, such as `B7`. */
export function cellOf(value: Value, kind: ColumnKind, at: string): string {
  if (value === null || value === '') return ''
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`
  if (typeof value === 'boolean') return `<c r="${at}" t="b"><v>${Number(value)}</v></c>`
  const day = kind === 'date' ? serialOf(value) : null
  if (day !== null) {
    const style = Number.isInteger(day) && !value.includes('T') ? styleOf.date : styleOf.time
    return `<c r="${at}" s="${style}"><v>${day}</v></c>`
  }
  return `<c r="${at}"${kind === 'id' ? ` s="${styleOf.text}"` : styleFor(value)} t="inlineStr">${stringOf(value)}</c>`
}

/** A cell of the head. */
export const headCell = (name: string, at: string): string =>
  `<c r="${at}" s="${styleOf.head}" t="inlineStr">${stringOf(name)}</c>`

function stringOf(value: string): string {
  const words = xmlText(escaped(fitting(value)))
  return /^\s|\s$|\n|\s\s/.test(words)
    ? `<is><t xml:space="preserve">${words}</t></is>`
    : `<is><t>${words}</t></is>`
}

/** A string is never run as it stands; marked as quoted it is not when somebody edits it, either. */
const styleFor = (value: string) => (/^[=+\-@\t\r\n]/.test(value) ? ` s="${styleOf.quoted}"` : '')

/** Words as one cell can hold them, with “…” where they are cut. */
export function fitting(value: string): string {
  if (value.length <= longestCell) return value
  const cut = value.slice(0, longestCell - 1)
  return `${cut.isWellFormed() ? cut : cut.slice(0, -1)}…`
}

/** What XML has no character for is written `_x000B_`, and what looks like that gets an escaped underscore (22.9.2.19). */
function escaped(value: string): string {
  const words = value.toWellFormed()
  return words.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /_(?=x[\da-f]{4}_)|[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/gi,
    (found) => `_x${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  )
}

/**
 * A day or a moment in UTC as Excel counts them; null for what is none, and for days before March 1900, which Excel
 * counts wrongly or not at all.
 */
export function serialOf(written: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z)?$/.test(written)) return null
  const ms = Date.parse(written)
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(written.slice(0, 10))) return null
  const serial = ms / 86_400_000 + 25_569
  return serial < 61 ? null : serial
}

/** `A` for 0, `AA` for 26. */
export function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)
}
