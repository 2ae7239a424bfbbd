import type { ColumnUse } from '../../../preload/contract/file-reading.ts'
import { keyOf, ownField } from '../../../preload/contract/table-columns.ts'
import { datesIn } from '../likely-dates.ts'

/** What heads of columns are called in tables of texts, in the languages that come most. */
const heads: readonly (readonly [use: ColumnUse, name: RegExp])[] = [
  [
    { as: 'text' },
    /^(?:full[ _-]?)?(?:text|texts|body|inhalt|volltext|texte|contenu|texto|tweet|transcript|maintext|(?:tweet|post|article|comment|speech|review)[ _-]?text)$/i,
  ],
  [
    { as: 'title' },
    /^(?:title|headline|titel|titre|titulo|título|subject|überschrift|schlagzeile|(?:article|post)[ _-]?title)$/i,
  ],
  [
    { as: 'field', field: 'author' },
    /^(?:author|authors|autor|autorin|auteur|by|byline|user|username|user[ _-]name|screen[ _-]name|author[ _-]name|speaker|writer|creator)$/i,
  ],
  [
    { as: 'field', field: 'date' },
    /^(?:date|datum|published(?:[ _-]?(?:at|on|date|time))?|publi(?:cation|sh)[ _-]?date|pub[ _-]?date|date[ _-]?publish(?:ed)?|(?:post|tweet|speech)[ _-]?date|created(?:[ _-]?at)?|fecha|timestamp|day|time)$/i,
  ],
  [{ as: 'field', field: 'language' }, /^(?:language|lang|sprache|langue|idioma)$/i],
  [
    { as: 'field', field: 'outlet' },
    /^(?:outlet|newspaper|publication|publisher|medium|zeitung|journal|source[ _-]?name|media[ _-]?name|magazine)$/i,
  ],
  [{ as: 'field', field: 'url' }, /^(?:url|link|web[ _-]?address|address|href|permalink|source[ _-]?url)$/i],
]

/** Heads of the text in some tables, and of a remark on it or of its number in others: the length of the cells decides. */
const mayHeadTexts = /^(?:content|article|message|comments?|speech|statement)$/i

const columnNamed = (name: string): ColumnUse | null =>
  heads.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null

/** Whether the first row names the columns: short, all different, none a number or a date, and known or unlike the rest. */
export function looksLikeHead(rows: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = rows
  if (!first) return false
  if (rest.length === 0) return first.length > 1 && first.every((cell) => columnNamed(cell) !== null)
  if (first.some((cell) => columnNamed(cell) !== null || mayHeadTexts.test(cell.trim()))) return true
  const names = first.map((cell) => cell.trim())
  const areNames = names.every((name) => name !== '' && name.length <= 40 && !/^[\d.,:/-]+$/.test(name))
  return areNames && new Set(names).size === names.length
}

interface Guess {
  uses: ColumnUse[]
  /** Whether a person should look at which column is the text. */
  isGuessed: boolean
  /** How many columns with a name became nothing, because there are too many. */
  unused: number
}

/**
 * So many cells become fields unless a person chooses more, since the window holds the fields of all documents; whatever
 * the number of rows, so many columns do.
 */
const mostFieldCells = 1_000_000
const fewestFields = 30

/** Another column with so many times the letters of the one called the text makes that name doubtful. */
const doubtfulTimes = 2

/**
 * What each column is by its head; where no head says `text`, the column with the longest cells. Of several columns for
 * one field that with its very name has it; the others keep their own names, numbered where these are taken, the first
 * of them where there are many.
 */
export function guessUses(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  hasHead: boolean,
): Guess {
  const known = names.map((name) => (hasHead ? columnNamed(name) : null))
  const owners = new Map<string, number>()
  known.forEach((use, at) => {
    if (use === null) return
    const key = keyOf(use)
    const owner = owners.get(key)
    const isBetter = owner === undefined || (!isCalled(names[owner]!, key) && isCalled(names[at]!, key))
    if (isBetter) owners.set(key, at)
  })
  const taken = new Set(owners.keys())
  const mostOwn = Math.max(fewestFields, Math.floor(mostFieldCells / Math.max(1, rows.length)))
  let named = 0
  const uses = names.map((name, at): ColumnUse => {
    const use = known[at]
    if (use && owners.get(keyOf(use)) === at) return use
    if (!hasHead || name.trim() === '') return { as: 'nothing' }
    named += 1
    if (named > mostOwn) return { as: 'nothing' }
    const own = ownField(name, taken)
    taken.add(keyOf(own))
    return own
  })
  if (!hasHead) markDates(uses, rows)
  const lengths = lettersIn(names.length, rows)
  const longest = Math.max(0, lengths.indexOf(Math.max(...lengths)))
  const textAt = uses.findIndex(({ as }) => as === 'text')
  if (textAt < 0) uses[longest] = { as: 'text' }
  const isGuessed = textAt < 0 || lengths[longest]! > lengths[textAt]! * doubtfulTimes
  return { uses, isGuessed, unused: Math.max(0, named - mostOwn) }
}

const isCalled = (name: string, key: string): boolean => name.trim().toLowerCase() === key

function markDates(uses: ColumnUse[], rows: readonly (readonly string[])[]): void {
  const sample = rows.slice(0, 20)
  const at = uses.findIndex((_, column) =>
    sample.every((row) => (row[column]?.length ?? 0) <= 40 && datesIn(row[column] ?? '').length === 1),
  )
  if (at >= 0 && sample.length > 0) uses[at] = { as: 'field', field: 'date' }
}

/** How far a cell is looked at: where texts are longer they are the longest by far. */
const lookedAt = 5000

/** Letters in each column of the first rows; dates are long, and so are web addresses, and neither is a text. */
function lettersIn(columns: number, rows: readonly (readonly string[])[]): number[] {
  const sample = rows.slice(0, 200)
  const letters = (cell: string) =>
    /^[a-z]+:\/\/\S*$/i.test(cell) ? 0 : cell.slice(0, lookedAt).replace(/[^\p{L}\p{M}]+/gu, '').length
  return Array.from({ length: columns }, (_, column) =>
    sample.reduce((sum, row) => sum + letters(row[column] ?? ''), 0),
  )
}
