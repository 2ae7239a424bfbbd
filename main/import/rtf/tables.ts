import { shapeNamed } from '../named-styles.ts'
import type { BlockShape } from '../text-builder.ts'
import { codePageOf, decodePage } from './code-pages.ts'
import { RtfTokens } from './tokens.ts'

export interface RtfFont {
  charset: number
  page: number | null
}

/** The fonts of a file by their numbers. */
export function readFonts(source: string, start: number, end: number): Map<number, RtfFont> {
  const fonts = new Map<number, RtfFont>()
  let font: RtfFont = { charset: 0, page: null }
  for (const [name, value] of wordsIn(source, start, end)) {
    if (name === 'f' && value !== null) {
      font = { charset: 0, page: null }
      fonts.set(value, font)
    } else if (name === 'fcharset') {
      font.charset = value ?? 0
      font.page ??= codePageOf(font.charset)
    } else if (name === 'cpg') font.page = value
  }
  return fonts
}

interface Style {
  name: string
  outline: number | null
  basedOn: number | null
}

/** What paragraphs of a style are, by the number of the style. */
export function readStyles(source: string, start: number, end: number): Map<number, BlockShape> {
  const styles = new Map<number, Style>()
  const tokens = new RtfTokens(source, start, end)
  let depth = 0
  let style: Style = { name: '', outline: null, basedOn: null }
  for (let token = tokens.next(); token.kind !== 'end'; token = tokens.next()) {
    if (token.kind === 'open' && ++depth === 1) style = { name: '', outline: null, basedOn: null }
    else if (token.kind === 'close') depth--
    else if (token.kind === 'text' && depth === 1) style.name += decodePage(token.bytes, 1252)
    else if (token.kind === 'word' && token.value !== null) {
      if (token.name === 's') styles.set(token.value, style)
      else if (token.name === 'outlinelevel') style.outline = token.value
      else if (token.name === 'sbasedon') style.basedOn = token.value
    }
  }
  const shapes = new Map<number, BlockShape>()
  for (const id of styles.keys()) {
    let at: number | null = id
    for (let steps = 0; at !== null && steps < 20 && !shapes.has(id); steps++) {
      const found: Style | undefined = styles.get(at)
      const shape = found && shapeNamed(found.name.replace(/;.*$/s, '').trim(), found.outline)
      if (shape) shapes.set(id, shape)
      at = found?.basedOn ?? null
    }
  }
  return shapes
}

export interface RtfLevel {
  ordered: boolean
  start: number
}

/** The levels of lists, by the ids of the lists. */
export function readLists(source: string, start: number, end: number): Map<number, RtfLevel[]> {
  const lists = new Map<number, RtfLevel[]>()
  let levels: RtfLevel[] = []
  for (const [name, value] of wordsIn(source, start, end)) {
    const level = levels.at(-1)
    if (name === 'list') levels = []
    else if (name === 'listlevel') levels.push({ ordered: true, start: 1 })
    else if (name === 'levelnfc' && level) level.ordered = value !== 23 && value !== 255
    else if (name === 'levelstartat' && level) level.start = value ?? 1
    else if (name === 'listid' && value !== null) lists.set(value, levels)
  }
  return lists
}

/** Which list the lists of the text are, by their numbers there. */
export function readListNumbers(source: string, start: number, end: number): Map<number, number> {
  const numbers = new Map<number, number>()
  let id = 0
  for (const [name, value] of wordsIn(source, start, end)) {
    if (name === 'listid') id = value ?? 0
    else if (name === 'ls' && value !== null) numbers.set(value, id)
  }
  return numbers
}

function* wordsIn(source: string, start: number, end: number): Generator<[string, number | null]> {
  const tokens = new RtfTokens(source, start, end)
  for (let token = tokens.next(); token.kind !== 'end'; token = tokens.next()) {
    if (token.kind === 'word') yield [token.name, token.value]
  }
}
