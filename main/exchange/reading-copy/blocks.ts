import { isHardWrapped } from '../../../preload/contract/hard-wrap.ts'
import { endOfTable, headCells } from '../../../preload/contract/table-heads.ts'
import type { Block, Span, StructuredText } from '../../../preload/contract/text.ts'
import { toHtml } from './to-html.ts'

type Inline = (start: number, end: number) => string
export type Of<K extends Block['kind']> = Extract<Block, { kind: K }>

interface Setting {
  text: StructuredText
  /** The heading that is the title of the document. */
  title: Block | null
  inline: Inline
  /** What comes before a block that cannot hold it itself: pages that begin there, notes of a table or of lines from right to left. */
  before(first: Block, last: Block): string
  /** Of a table whose notes stand beside each row; else they come before it. */
  notesByRow(first: Block, last: Block): NotesByRow | null
}

interface NotesByRow {
  /** They stand at the left of the text. */
  isFromRight: boolean
  /** Those of passages that begin before `end` and were not asked for yet, in HTML. */
  upTo(end: number): string
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b][\udc00-\udfff]/
const leftToRight = /\p{L}/u

/** Whether its first letter is of a script that runs from right to left. */
export function runsFromRight(words: string): boolean {
  for (const character of words) {
    if (rightToLeft.test(character)) return true
    if (leftToRight.test(character)) return false
  }
  return false
}

export const hasFromRight = (words: string): boolean => rightToLeft.test(words)

/** How what a text is made of is set. */
interface Setters<S> {
  list(items: readonly Of<'list-item'>[], setting: S): string
  /** `heads`: the cells in the first rows of tables that read as their heads. */
  table(cells: readonly Of<'table-cell'>[], setting: S, heads: ReadonlySet<Block>): string
  single(block: Block, setting: S): string
}

/** The whole text, block by block, in HTML. */
export const setBlocks = (setting: Setting): Generator<string> => setEach(setting, { list, table, single })

/** The whole text, block by block. Lists and tables are put together from their items and cells. */
export function* setEach<S extends Pick<Setting, 'text' | 'before'>>(
  setting: S,
  { list, table, single }: Setters<S>,
): Generator<string> {
  const { blocks } = setting.text
  const heads = new Set([...headCells(setting.text)].map((at) => blocks[at]!))
  for (let at = 0; at < blocks.length; ) {
    const end = endOfRun(blocks, at)
    const run = blocks.slice(at, end)
    yield setting.before(run[0]!, run.at(-1)!)
    if (run[0]!.kind === 'list-item') yield list(run as Of<'list-item'>[], setting)
    else if (run[0]!.kind === 'table-cell') yield table(run as Of<'table-cell'>[], setting, heads)
    else yield single(run[0]!, setting)
    at = end
  }
}

function single(block: Block, setting: Setting): string {
  const words = setting.inline(block.start, block.end)
  const direction = directionOf(block, setting)
  switch (block.kind) {
    case 'heading':
      // The title of the document is the only heading of the first level.
      if (block === setting.title) return `<h1${direction}>${words}</h1>\n`
      return `<h${Math.min(6, block.level + 1)} class="h${block.level}"${direction}>${words}</h${Math.min(6, block.level + 1)}>\n`
    case 'quotation':
      return `<blockquote${direction}>${words}</blockquote>\n`
    case 'verse':
      return `<p class="verse"${direction}>${words}</p>\n`
    case 'preformatted':
      return `<pre${direction}>${words}</pre>\n`
    case 'speaker-turn':
      return `<p class="turn"${direction}><b class="speaker">${speakerOf(block)}</b> ${words}</p>\n`
    default:
      return `<p${isAnew(block, setting.text) ? ' class="anew"' : ''}${direction}>${words}</p>\n`
  }
}

function speakerOf({ speaker, time }: Of<'speaker-turn'>): string {
  return toHtml([speaker, time].filter(Boolean).join(' · '))
}

function directionOf({ start, end }: Block, { text }: Setting): string {
  return runsFromRight(text.text.slice(start, end)) ? ' dir="rtl"' : ''
}

/** Its line ends only filled a measure. */
function isAnew({ start, end }: Block, { text }: StructuredText): boolean {
  return isHardWrapped(text.slice(start, end))
}

function list(items: readonly Of<'list-item'>[], setting: Setting): string {
  const open: ('ol' | 'ul')[] = []
  let html = ''
  for (const item of items) {
    const kind = item.ordered ? 'ol' : 'ul'
    const depth = Math.min(item.depth, open.length)
    while (open.length > depth + 1) html += `</li></${open.pop()}>`
    if (open.length === depth + 1) {
      if (open.at(-1) === kind) html += '</li>'
      else html += `</li></${open.pop()}>`
    }
    if (open.length === depth) {
      open.push(kind)
      html += `<${kind}${directionOf(item, setting)}>`
    }
    html += `<li${directionOf(item, setting)}>${setting.inline(item.start, item.end)}`
  }
  while (open.length > 0) html += `</li></${open.pop()}>`
  return `${html}\n`
}

/** Its first column stands to the right where its first words run from there. */
export function tableRunsFromRight(cells: readonly Span[], text: string): boolean {
  const first = cells.find(({ start, end }) => text.slice(start, end).trim() !== '')
  return first !== undefined && runsFromRight(text.slice(first.start, first.end))
}

function table(cells: readonly Of<'table-cell'>[], setting: Setting, heads: ReadonlySet<Block>): string {
  const isFromRight = tableRunsFromRight(cells, setting.text.text)
  const notes = setting.notesByRow(cells[0]!, cells.at(-1)!)
  const columns = cells.reduce((most, { column }) => Math.max(most, column + 1), 0)
  let html = `<table${notes ? ' class="noted"' : ''}${isFromRight ? ' dir="rtl"' : ''}>`
  for (const row of Map.groupBy(cells, (cell) => cell.row).values()) {
    const words = cellsOf(row, columns, setting, heads)
    const beside = notes ? `<td class="notes-of-row">${notes.upTo(row.at(-1)!.end)}</td>` : ''
    html += `<tr>${isFromRight === notes?.isFromRight ? words + beside : beside + words}</tr>`
  }
  return `${html}</table>\n`
}

function cellsOf(
  row: readonly Of<'table-cell'>[],
  columns: number,
  setting: Setting,
  heads: ReadonlySet<Block>,
): string {
  const empty = (count: number) => (count > 0 ? `<td colspan="${Math.min(100, count)}"></td>` : '')
  let html = ''
  let column = 0
  for (const cell of row) {
    html += empty(cell.column - column)
    html += `<td${heads.has(cell) ? ' class="of-head"' : ''}${directionOf(cell, setting)}>${setting.inline(cell.start, cell.end)}</td>`
    column = cell.column + 1
  }
  return html + empty(columns - column)
}

/** Where the list or table that begins with a block ends, exclusive; a block of its own ends after itself. */
function endOfRun(blocks: readonly Block[], first: number): number {
  const { kind } = blocks[first]!
  if (kind === 'table-cell') return endOfTable(blocks, first)
  let end = first + 1
  if (kind === 'list-item') while (blocks[end]?.kind === 'list-item') end++
  return end
}
