import type { Metadata } from '../../preload/contract/document.ts'
import { isoDateOf, languageOf, linkTargetOf } from './stated-facts.ts'
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

/**
 * The lines between `---` and `---` at the top of a Markdown file: `key: value` a line, the part of YAML that
 * writers use for single values. What is nested or a list is left out and told; text that only looks like front
 * matter stays text.
 */
export function readFrontMatter(text: string): FrontMatter {
  const nothing: FrontMatter = { title: '', metadata: {}, notes: [], body: text }
  const found = /^---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text)
  const lines = found?.[1]?.split('\n') ?? []
  if (!found || !lines.every((line) => yamlLine.test(line))) return nothing

  const metadata: Metadata = {}
  let title = ''
  const leftOut = new Set<string>()
  lines.forEach((line, i) => {
    const entry = /^([\p{L}][^:]*):\s*(.*)$/u.exec(line)
    if (!entry) return
    const key = entry[1]!.trim()
    const value = plainValue(entry[2]!)
    const nested = /^(?:\s|-\s)/.test(lines[i + 1] ?? '')
    if (entry[2]!.trim() === '' && !nested) return
    const field = fieldFor(key, value)
    const kept = nested || value === '' ? null : statedValue(field, value)
    if (kept === null) leftOut.add(key)
    else if (field === 'title') title = kept
    else metadata[field] = kept
  })
  const notes =
    leftOut.size > 0 ? [`Its front matter has fields that could not be read: ${fewOf([...leftOut])}.`] : []
  return { title, metadata, notes, body: text.slice(found[0].length) }
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
  if (field === 'date') return isoDateOf(value)
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
