import { elementIn, elementsIn, type XmlElement } from '../../../xml/xml-tree.ts'

/** What the look of a cell makes of its number. */
export type NumberLook = { as: 'number' } | { as: 'date' } | { as: 'digits'; length: number }

const plain: NumberLook = { as: 'number' }
const date: NumberLook = { as: 'date' }

/** The looks of cells by the number of their style (`cellXfs`; ECMA-376, part 1: 18.8). */
export function looksOf(styles: XmlElement | null): NumberLook[] {
  if (!styles) return []
  const formats = elementIn(styles, 'numFmts')
  const own = new Map(
    (formats ? elementsIn(formats, 'numFmt') : []).map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? '',
    ]),
  )
  const cells = elementIn(styles, 'cellXfs')
  return (cells ? elementsIn(cells, 'xf') : []).map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0)
    const code = own.get(id)
    return code === undefined ? builtIn(id) : lookOf(code)
  })
}

/** Formats that need not be written out: dates and times, and those of East Asia (18.8.30). */
function builtIn(id: number): NumberLook {
  const isDate =
    (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
  return isDate ? date : plain
}

/** A date has letters of days, months, hours outside quotes and brackets; zeros alone fill up a number, as of an id. */
export function lookOf(code: string): NumberLook {
  const bare = code
    .split(';', 1)[0]!
    .replace(/"[^"]*"?|\\.|_.|\*./g, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
  if (/^0{2,15}$/.test(bare)) return { as: 'digits', length: bare.length }
  return /[ymdhs]/i.test(bare.replace(/general/i, '')) ? date : plain
}

const dayMs = 86_400_000

/**
 * A serial number of days as ISO 8601: the date, the date with its time, or for less than a day the time alone. Null for
 * a number that is no date. The 29 February 1900, which never was, is counted as Excel does.
 */
export function isoOfSerial(serial: number, startsIn1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial >= 2_958_466) return null
  // Times are stored as fractions that seldom are whole seconds.
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const time = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  if (days === 0 && !startsIn1904) return time
  const first = startsIn1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const day = new Date(first + days * dayMs).toISOString().slice(0, 10)
  return seconds % 86_400 === 0 ? day : `${day}T${time}`
}

/** As a person would write it: 15 digits, as Excel counts, and no power of ten. */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15))
  const written = String(rounded)
  if (!written.includes('e')) return written
  return Number.isInteger(rounded) ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/, '')
}
