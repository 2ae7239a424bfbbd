import type { ColumnUse } from '../../../preload/contract/file-reading.ts'
import { datesIn } from '../likely-dates.ts'

/** What heads of columns are called in tables of texts, in the languages that come most. */
const heads: readonly (readonly [use: ColumnUse, name: RegExp])[] = [
  [
    { as: 'text' },
    /^(?:full[ _-]?)?(?:text|texts|body|content|article|inhalt|volltext|texte|contenu|texto|message|comment|tweet|speech|statement|transcript)$/i,
  ],
  [{ as: 'title' }, /^(?:title|headline|titel|titre|titulo|título|subject|überschrift)$/i],
  [
    { as: 'field', field: 'author' },
    /^(?:author|authors|autor|autorin|auteur|by|byline|user|username|speaker|writer|creator)$/i,
  ],
  [
    { as: 'field', field: 'date' },
    /^(?:date|datum|published|publication[ _-]?date|created(?:[ _-]?at)?|fecha|timestamp|day|time)$/i,
  ],
  [{ as: 'field', field: 'language' }, /^(?:language|lang|sprache|langue|idioma)$/i],
  [
    { as: 'field', field: 'outlet' },
    /^(?:outlet|newspaper|publication|publisher|medium|zeitung|journal|source[ _-]?name|magazine)$/i,
  ],
  [{ as: 'field', field: 'url' }, /^(?:url|link|web[ _-]?address|address|href|permalink|source[ _-]?url)$/i],
]

export const columnNamed = (name: string): ColumnUse | null =>
  heads.find(([, pattern]) => pattern.test(name.trim()))?.[0] ?? null

/** Whether the first row names the columns: short, all different, none a number or a date, and known or unlike the rest. */
export function looksLikeHead(rows: readonly (readonly string[])[]): boolean {
  const [first, ...rest] = rows
  if (!first || rest.length === 0) return false
  if (first.some((cell) => columnNamed(cell) !== null)) return true
  const names = first.map((cell) => cell.trim())
  const areNames = names.every((name) => name !== '' && name.length <= 40 && !/^[\d.,:/-]+$/.test(name))
  return areNames && new Set(names).size === names.length
}

interface Guess {
  uses: ColumnUse[]
  isGuessed: boolean
}

/**
 * What each column is by its head; where no head says `text`, the column with the longest cells. Of several columns for
 * one field that with its very name has it; the others keep their own names, numbered where these are taken.
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
  const uses = names.map((name, at): ColumnUse => {
    const use = known[at]
    if (use && owners.get(keyOf(use)) === at) return use
    if (!hasHead || name.trim() === '') return { as: 'nothing' }
    const field = freeName(name.trim(), taken)
    taken.add(field)
    return { as: 'field', field }
  })
  if (!hasHead) markDates(uses, rows)
  const isGuessed = !uses.some(({ as }) => as === 'text')
  if (isGuessed) uses[longestColumn(names.length, rows)] = { as: 'text' }
  return { uses, isGuessed }
}

const keyOf = (use: ColumnUse): string => (use.as === 'field' ? use.field : use.as)
const isCalled = (name: string, key: string): boolean => name.trim().toLowerCase() === key

const longestField = 100

function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name.slice(0, longestField)
  for (let number = 2; taken.has(free); number++) free = `${name.slice(0, longestField - 6)} ${number}`
  return free
}

function markDates(uses: ColumnUse[], rows: readonly (readonly string[])[]): void {
  const sample = rows.slice(0, 20)
  const at = uses.findIndex((_, column) =>
    sample.every((row) => (row[column]?.length ?? 0) <= 40 && datesIn(row[column] ?? '').length === 1),
  )
  if (at >= 0 && sample.length > 0) uses[at] = { as: 'field', field: 'date' }
}

function longestColumn(columns: number, rows: readonly (readonly string[])[]): number {
  const lengths = Array.from({ length: columns }, (_, column) =>
    rows.slice(0, 200).reduce((sum, row) => sum + (row[column]?.length ?? 0), 0),
  )
  return Math.max(0, lengths.indexOf(Math.max(...lengths)))
}
