import type { Metadata } from '../../preload/contract/document.ts'
import { statedDateOf } from './likely-dates.ts'
import { languageOf, linkTargetOf } from './stated-facts.ts'
import { oneLine } from './title.ts'

export interface FrontMatter {
  title: string
  metadata: Metadata
  notes: string[]
  /** What follows it. */
  body: string
}

/** Names that other programs use for what the contract calls so. */
const fieldOf: ReadonlyMap<string, string> = new Map([
  ['authors', 'author'],
  ['by', 'author'],
  ['lang', 'language'],
  ['published', 'date'],
  ['publication', 'outlet'],
  ['publisher', 'outlet'],
  ['link', 'url'],
  ['source', 'url'],
])

/** A key with or without a value, an item of a list, something nested, a comment; no blank line. */
const yamlLine = /^(?:\p{L}[\p{L}\p{N} _-]*:(?:\s|$)|(?:-|\s)\s*\S|#)/u

/** A key with a value, a table, a comment, or what goes on from the line above; no blank line. */
const tomlLine = /^(?:[\p{L}\p{N}_-]+\s*=\s*\S|\[|#|\s+\S|\])/u

/**
 * What stands at the top of a Markdown file between `---` and `---` (YAML) or `+++` and `+++` (TOML): `key: value` a
 * line, and lists of values, which become one with commas; or the title, authors and date of Pandoc behind `%`. What is
 * nested is left out and told; text that only looks like front matter stays text.
 */
export function readFrontMatter(text: string): FrontMatter {
  return (
    readYaml(text) ?? readToml(text) ?? readPandoc(text) ?? { title: '', metadata: {}, notes: [], body: text }
  )
}

function readYaml(text: string): FrontMatter | null {
  const found = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  const lines = found?.[1]?.split('\n') ?? []
  if (!found || !lines.every((line) => yamlLine.test(line))) return null
  const entries = lines.flatMap((line, at): Entry[] => {
    const entry = /^([\p{L}][^:]*):\s*(.*)$/u.exec(line)
    if (!entry) return []
    const below = linesBelow(lines, at)
    const isEmpty = entry[2]!.trim() === '' && below.length === 0
    if (isEmpty) return []
    return [{ key: entry[1]!.trim(), value: valueOver(entry[2]!.trim(), below) }]
  })
  return stated(entries, text.slice(found[0].length))
}

function readToml(text: string): FrontMatter | null {
  const found = /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/.exec(text)
  const lines = found?.[1]?.split('\n').filter((line) => line.trim() !== '') ?? []
  if (!found || !lines.every((line) => tomlLine.test(line))) return null
  const entries: Entry[] = []
  for (const [at, line] of lines.entries()) {
    const table = /^\[{1,2}([^[\]]+)\]/.exec(line)
    // All that follows belongs to it.
    if (table) {
      entries.push({ key: table[1]!.trim(), value: '' })
      break
    }
    const entry = /^([\p{L}\p{N}_-]+)\s*=\s*(.*)$/u.exec(line)
    if (entry)
      entries.push({ key: entry[1]!, value: writtenValue([entry[2]!, ...linesBelow(lines, at)].join(' ')) })
  }
  return stated(entries, text.slice(found[0].length))
}

function readPandoc(text: string): FrontMatter | null {
  const found = /^% (.*)\n(?:%[ \t]*(.*)\n)?(?:%[ \t]*(.*)\n)?(?=\n|$)/.exec(text)
  if (!found) return null
  const [head, title = '', author = '', date = ''] = found
  const entries = Object.entries({ title, author: author.replace(/\s*;\s*/g, ', '), date })
  return stated(
    entries
      .filter(([, value]) => value.trim() !== '')
      .map(([key, value]) => ({ key, value: oneLine(value) })),
    text.slice(head.length),
  )
}

/** A value as it is written; '' where it is none that can be read. */
interface Entry {
  key: string
  value: string
}

function stated(entries: readonly Entry[], body: string): FrontMatter {
  const metadata: Metadata = {}
  let title = ''
  const leftOut = new Set<string>()
  for (const { key, value } of entries) {
    const field = fieldFor(key, value)
    const kept = value === '' ? null : statedValue(field, value)
    if (kept === null) leftOut.add(key)
    else if (field === 'title') title = kept
    else metadata[field] = kept
  }
  const notes =
    leftOut.size > 0 ? [`Its front matter has fields that could not be read: ${fewOf([...leftOut])}.`] : []
  return { title, metadata, notes, body }
}

/** The lines that belong to the one at `at`. */
function linesBelow(lines: readonly string[], at: number): string[] {
  let end = at + 1
  while (end < lines.length && /^(?:\s|-\s|\])/.test(lines[end]!)) end += 1
  return lines.slice(at + 1, end)
}

/** A value that may go on in the lines below: a list, words in a block (`>` or `|`), or simply more of it. */
function valueOver(written: string, below: readonly string[]): string {
  if (written === '') return listBelow(below)
  if (/^[>|][+-]?$/.test(written)) return oneLine(below.join(' '))
  return writtenValue([written, ...below.map((line) => line.trim())].join(' '))
}

/** Of people with more than a name, the names. */
function listBelow(below: readonly string[]): string {
  const indentOf = (line: string) => line.length - line.trimStart().length
  const indent = indentOf(below[0]!)
  const values: string[] = []
  let isInPerson = false
  for (const line of below) {
    const item = indentOf(line) === indent ? /^\s*-\s+(.*)$/.exec(line)?.[1] : undefined
    if (item !== undefined) {
      const name = /^name:\s+(.*)$/.exec(item)?.[1]
      isInPerson = name !== undefined
      values.push(name === undefined && /^[\p{L}_-]+:(?:\s|$)/u.test(item) ? '' : plainValue(name ?? item))
    } else if (!isInPerson || indentOf(line) <= indent) return ''
  }
  return values.every((value) => value !== '') ? values.join(', ') : ''
}

/** A single value, or those between brackets. */
function writtenValue(written: string): string {
  const list = /^\[(.*)\]\s*(?:#.*)?$/.exec(written.trim())?.[1]
  if (list === undefined) return plainValue(written)
  const items = list.match(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\s][^,]*/g) ?? []
  const values = items.map((item) => plainValue(item.trim()))
  return values.every((value) => value !== '' && !/[[\]{}]/.test(value)) ? values.join(', ') : ''
}

/** The first ten by name. */
function fewOf(names: readonly string[]): string {
  const more = names.length - 10
  return `${names.slice(0, 10).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

const knownFields = new Set(['title', 'author', 'outlet', 'date', 'language', 'url'])

/** What the contract calls it, or the writer’s own name for it; a source may also be named in words. */
function fieldFor(key: string, value: string): string {
  const field = fieldOf.get(key.toLowerCase()) ?? key.toLowerCase()
  const isKnown = knownFields.has(field) && (field !== 'url' || linkTargetOf(value) !== null)
  return isKnown ? field : key
}

function statedValue(field: string, value: string): string | null {
  if (field === 'date') return statedDateOf(value)
  if (field === 'language') return languageOf(value)
  return value
}

/** Without the quotes and the comment that YAML allows around a value; '' for what is not a single value. */
function plainValue(written: string): string {
  const quoted = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$/.exec(written)
  if (quoted) return oneLine(quoted[1]?.replace(/\\(["\\])/g, '$1') ?? quoted[2]!.replaceAll("''", "'"))
  const plain = written.replace(/(^|\s)#.*$/, '')
  return /^[[{|>&*!%@`]/.test(plain) ? '' : oneLine(plain)
}
