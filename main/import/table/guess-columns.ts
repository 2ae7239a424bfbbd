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

/** What each column is by its head; where no head says `text`, the column with the longest cells. */
export function guessUses(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  hasHead: boolean,
): Guess {
  const taken = new Set<string>()
  const uses = names.map((name): ColumnUse => {
    const use = hasHead ? columnNamed(name) : null
    const key = use && (use.as === 'field' ? use.field : use.as)
    if (use && key && !taken.has(key)) {
      taken.add(key)
      return use
    }
    return hasHead && name.trim() !== ''
      ? { as: 'field', field: name.trim().slice(0, 100) }
      : { as: 'nothing' }
  })
  if (!hasHead) markDates(uses, rows)
  const isGuessed = !uses.some(({ as }) => as === 'text')
  if (isGuessed) uses[longestColumn(names.length, rows)] = { as: 'text' }
  return { uses, isGuessed }
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
