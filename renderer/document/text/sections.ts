import { endOfTable } from '../../../preload/contract/table-heads.ts'
import type { Block } from '../../../preload/contract/text.ts'

/**
 * Blocks that stay together: one block, one list item, one row of a long table or a whole short one. Pieces of
 * the same list or table have the same `run`, so that they can be joined again where they meet in a section.
 */
export interface Piece {
  kind: 'block' | 'item' | 'table' | 'row'
  run: number
  first: number
  /** Exclusive. */
  last: number
}

/** `lines`: the estimated height in lines of running text. */
export interface Section {
  pieces: Piece[]
  lines: number
}

// Measured: below 50 paragraphs scrolling costs more, above 100 the layout of a single section becomes the spike.
const blocksPerSection = 50
const charactersPerSection = 30_000
const charactersPerLine = 66
const linesOfRow = 1.4
const cellsLikeOneBlock = 4
const longestWholeTable = 200

/** Divides a text into sections. A heading is never the last of one, so that it keeps to what follows. */
export function divide(text: string, blocks: readonly Block[]): Section[] {
  const sections: Section[] = []
  let pieces: Piece[] = []
  let weight = 0
  let lines = 0

  for (const piece of toPieces(blocks)) {
    const before = pieces.at(-1)
    const isFull = weight >= blocksPerSection || lines * charactersPerLine >= charactersPerSection
    if (isFull && before && blocks[before.first]!.kind !== 'heading') {
      sections.push({ pieces, lines: Math.round(lines) })
      pieces = []
      weight = 0
      lines = 0
    }
    pieces.push(piece)
    const size = piece.last - piece.first
    weight += isOfTable(piece) ? size / cellsLikeOneBlock : size
    lines += linesOf(text, blocks, piece)
  }
  if (pieces.length > 0) sections.push({ pieces, lines: Math.round(lines) })
  return sections
}

function* toPieces(blocks: readonly Block[]): Generator<Piece> {
  let run = 0
  for (let at = 0; at < blocks.length; run++) {
    const { kind } = blocks[at]!
    if (kind === 'table-cell') {
      const end = endOfTable(blocks, at)
      if (end - at <= longestWholeTable) yield { kind: 'table', run, first: at, last: end }
      else yield* rows(blocks, run, at, end)
      at = end
    } else if (kind === 'list-item') {
      for (; blocks[at]?.kind === 'list-item'; at++) yield { kind: 'item', run, first: at, last: at + 1 }
    } else {
      yield { kind: 'block', run, first: at, last: at + 1 }
      at++
    }
  }
}

function* rows(blocks: readonly Block[], run: number, first: number, end: number): Generator<Piece> {
  for (let from = first; from < end; ) {
    const to = endOfRow(blocks, from, end)
    yield { kind: 'row', run, first: from, last: to }
    from = to
  }
}

/** Where the row that begins with cell `first` ends, exclusive. */
export function endOfRow(blocks: readonly Block[], first: number, end: number): number {
  let last = first + 1
  while (last < end && rowOf(blocks[last]!) === rowOf(blocks[first]!)) last++
  return last
}

function rowOf(block: Block): number {
  return block.kind === 'table-cell' ? block.row : -1
}

function isOfTable({ kind }: Piece): boolean {
  return kind === 'table' || kind === 'row'
}

function linesOf(text: string, blocks: readonly Block[], piece: Piece): number {
  const { first, last } = piece
  if (isOfTable(piece)) {
    let lines = 1
    for (let from = first; from < last; from = endOfRow(blocks, from, last)) lines += linesOfRow
    return lines
  }
  return linesOfBlock(text, blocks[first]!)
}

function linesOfBlock(text: string, { kind, start, end }: Block): number {
  const gap = kind === 'list-item' ? 0.25 : 0.8
  return gap + Math.ceil(((end - start) * widthFactor(text, start, end)) / charactersPerLine)
}

/** The estimated height of a block in lines of running text; the first cell of a table’s row has that of the row. */
export function estimatedLines(text: string, blocks: readonly Block[], at: number): number {
  const block = blocks[at]!
  if (block.kind !== 'table-cell') return linesOfBlock(text, block)
  const before = blocks[at - 1]
  return before?.kind === 'table-cell' && before.row === block.row ? 0 : linesOfRow
}

/** About how much wider than Latin letters these characters are, judged by a few of them. */
function widthFactor(text: string, start: number, end: number): number {
  const step = Math.max(1, (end - start) >> 3)
  let wide = 0
  let seen = 0
  for (let i = start; i < end; i += step, seen++) if (text.charCodeAt(i) >= 0x2e80) wide++
  return seen === 0 ? 1 : 1 + wide / seen
}
