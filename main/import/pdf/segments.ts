import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { DrawnLine, type Piece, type Segment } from './drawn-line.ts'
import { cleanLetters } from './letters.ts'

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>
type TextItem = Extract<TextContent['items'][number], { str: string }>

export interface PageWords {
  segments: Segment[]
  /** Words that stand at an angle to the page’s other words. */
  sideways: string[]
  width: number
  height: number
}

/** The words of a page as they stand on it, in the order in which they were drawn. */
export function segmentsOf(
  { items, styles }: TextContent,
  viewport: { transform: number[]; width: number; height: number },
): PageWords {
  const isVertical = (font: string) => (styles[font] as { vertical?: boolean } | undefined)?.vertical === true
  const pieces = piecesOf(items, viewport.transform, isVertical)
  const turn = mostCommonTurn(pieces)
  const { width, height } = viewport
  const upright = pieces
    .filter((piece) => piece.turn === turn)
    .map((piece) => turned(piece, turn, width, height))
  const isSide = turn % 2 === 1
  return {
    segments: joinRows(joinDrawn(upright)),
    sideways: joinSideways(pieces.filter((piece) => piece.turn !== turn)),
    width: isSide ? height : width,
    height: isSide ? width : height,
  }
}

function piecesOf(
  items: TextContent['items'],
  page: readonly number[],
  isVertical: (font: string) => boolean,
): Piece[] {
  const pieces: Piece[] = []
  let spaced = false
  for (const item of items) {
    if (!('str' in item)) continue
    const text = cleanLetters(item.str)
    if (text.trim() === '') {
      spaced ||= text !== ''
      continue
    }
    const piece = pieceOf(item, page, isVertical(item.fontName))
    if (piece) pieces.push({ ...piece, text, spaced })
    spaced = false
  }
  return pieces
}

function pieceOf(item: TextItem, page: readonly number[], isVertical: boolean): Piece | null {
  const [a, b, c, d, x, y] = times(page, item.transform as number[])
  const size = isVertical ? Math.hypot(a, b) : Math.hypot(c, d)
  const width = isVertical ? item.height : item.width
  if (![x, y, size, width].every(Number.isFinite) || size <= 0) return null
  const quarters = (Math.atan2(b, a) / (Math.PI / 2) + (isVertical ? 1 : 0) + 4) % 4
  const turn = Math.abs(quarters - Math.round(quarters)) < 0.06 ? Math.round(quarters) % 4 : null
  return {
    text: item.str,
    x,
    y,
    width,
    size,
    font: item.fontName,
    isRtl: item.dir === 'rtl',
    turn: turn as Piece['turn'],
    spaced: false,
  }
}

type Matrix = [number, number, number, number, number, number]

function times(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function mostCommonTurn(pieces: readonly Piece[]): 0 | 1 | 2 | 3 {
  const letters = [0, 0, 0, 0]
  for (const { turn, text } of pieces) if (turn !== null) letters[turn]! += text.length
  return letters.indexOf(Math.max(...letters)) as 0 | 1 | 2 | 3
}

/** As if the page had been turned so that the words run from left to right. */
function turned(piece: Piece, turn: 0 | 1 | 2 | 3, width: number, height: number): Piece {
  const { x, y } = piece
  if (turn === 1) return { ...piece, x: y, y: width - x }
  if (turn === 2) return { ...piece, x: width - x, y: height - y }
  if (turn === 3) return { ...piece, x: height - y, y: x }
  return piece
}

/** Words drawn one after the other on one line, with what stands above and below it. */
function joinDrawn(pieces: readonly Piece[]): DrawnLine[] {
  const lines: DrawnLine[] = []
  for (const piece of pieces) {
    const line = lines.at(-1)
    if (line && !piece.isRtl && line.takes(piece)) line.add(piece)
    else lines.push(new DrawnLine(piece))
  }
  return lines
}

/** Words that stand beside each other, in whatever order they were drawn. */
function joinRows(lines: readonly DrawnLine[]): Segment[] {
  const sorted = [...lines].sort((a, b) => a.baseline - b.baseline || a.left - b.left)
  const joined: DrawnLine[] = []
  for (let start = 0; start < sorted.length; ) {
    const { baseline, size } = sorted[start]!
    let end = start + 1
    while (end < sorted.length && sorted[end]!.baseline - baseline <= size * 0.12) end++
    const row = sorted.slice(start, end).sort((a, b) => a.left - b.left)
    let last: DrawnLine | undefined
    for (const line of row) {
      if (last?.isTwinOf(line)) continue
      if (last?.isBeside(line)) last.append(line)
      else {
        joined.push(line)
        last = line
      }
    }
    start = end
  }
  return joined.map((line) => line.finish())
}

/** Each run of words drawn one after the other at one angle. */
function joinSideways(pieces: readonly Piece[]): string[] {
  const runs: { turn: Piece['turn']; text: string }[] = []
  for (const { turn, text, spaced } of pieces) {
    const last = runs.at(-1)
    if (last?.turn === turn) last.text += spaced ? ` ${text}` : text
    else runs.push({ turn, text })
  }
  return runs.map(({ text }) => text.trim())
}
