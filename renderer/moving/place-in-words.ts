import type { DocumentText } from '../../preload/contract/document.ts'
import { numberPages } from '../document/text/breaks.ts'

/** A text in which places are named. */
export type Placed = Pick<DocumentText, 'text' | 'blocks' | 'breaks'>

/** Where a place is, in UTF-16 code units, or why it is nowhere, in a sentence. */
export type PlaceAsked = { offset: number } | { problem: string }

const forms: readonly [RegExp, (text: Placed, number: number) => PlaceAsked][] = [
  [/^(?:line|l|:)?\s*(\d+)$/i, atLine],
  [/^(?:page|pg|p)\.?\s*(\d+)$/i, atPage],
  [/^(?:paragraph|para|par|¶)\.?\s*(\d+)$/i, atParagraph],
  [/^(\d+(?:[.,]\d+)?)\s*(?:%|percent|per cent)$/i, atPercent],
  [/^(?:offset|@)\s*(\d+)$/i, atOffset],
  [/^(?:code\s*points?|cp)\s*(\d+)$/i, atCodePoint],
]

/**
 * Understands `12` and `line 12` (what ends with a line end in the plain text: a paragraph,
 * heading, list item or cell, or a line within one), `page 3`,
 * `paragraph 4` (neither headings nor lists nor empty lines are counted), `50 %`, `offset 1200` and, for what other programs count,
 * `code point 1200`. Null for nothing.
 */
export function placeFrom(words: string, text: Placed): PlaceAsked | null {
  const trimmed = words.trim()
  if (trimmed === '') return null
  for (const [form, place] of forms) {
    const match = form.exec(trimmed)
    if (match) return place(text, Number(match[1]!.replace(',', '.')))
  }
  return { problem: 'Write a number, “page 3”, “paragraph 4”, “50 %”, “offset 1200” or “code point 1200”.' }
}

function atLine({ text }: Placed, line: number): PlaceAsked {
  const starts = lineStarts(text)
  const start = starts[line - 1]
  return start === undefined
    ? { problem: `This text has ${counted(starts.length, 'line')}.` }
    : { offset: start }
}

let known: { text: string; starts: number[] } | undefined

/** Where each line of a text begins. Of the last text they are kept, since each key asks for them. */
function lineStarts(text: string): number[] {
  if (known?.text === text) return known.starts
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  known = { text, starts }
  return starts
}

function atPage(text: Placed, page: number): PlaceAsked {
  const pages = numberPages(text.breaks)
  if (pages.size < 2) return { problem: 'This text has no pages.' }
  for (const [at, number] of pages) if (number === page) return { offset: Math.min(at, text.text.length) }
  return { problem: `This text has ${counted(pages.size, 'page')}.` }
}

function atParagraph({ blocks }: Placed, number: number): PlaceAsked {
  const paragraphs = blocks.filter(({ kind, start, end }) => kind === 'paragraph' && start < end)
  const block = paragraphs[number - 1]
  return block
    ? { offset: block.start }
    : { problem: `This text has ${counted(paragraphs.length, 'paragraph')}.` }
}

function atPercent({ text }: Placed, percent: number): PlaceAsked {
  if (percent > 100) return { problem: 'A text ends at 100 %.' }
  return { offset: wholeAt(text, Math.round((text.length * percent) / 100)) }
}

function atOffset({ text }: Placed, offset: number): PlaceAsked {
  if (offset <= text.length) return { offset: wholeAt(text, offset) }
  return { problem: `This text is ${text.length.toLocaleString('en')} UTF-16 code units long.` }
}

function atCodePoint({ text }: Placed, points: number): PlaceAsked {
  let offset = 0
  let passed = 0
  for (; passed < points && offset < text.length; passed++) offset += isPair(text, offset) ? 2 : 1
  if (passed === points) return { offset }
  return { problem: `This text is ${passed.toLocaleString('en')} code points long.` }
}

/** Not between the two halves of a character. */
function wholeAt(text: string, offset: number): number {
  return offset > 0 && isPair(text, offset - 1) ? offset - 1 : offset
}

function isPair(text: string, at: number): boolean {
  return text.codePointAt(at)! > 0xffff
}

/** “Line 12 of 340, page 3 of 20, 4 %, offset 1,234”. */
export function placeInWords({ text, breaks }: Placed, offset: number): string {
  const lines = lineStarts(text)
  const line = lastWhere(lines.length, (i) => lines[i]! <= offset)
  const pages = [...numberPages(breaks)]
  const page = lastWhere(pages.length, (i) => pages[i]![0] <= offset)
  const percent = text.length === 0 ? 0 : Math.round((offset / text.length) * 100)
  return [
    `Line ${shown(line + 1)} of ${shown(lines.length)}`,
    pages.length > 1 && `page ${shown(pages[page]![1])} of ${shown(pages.length)}`,
    `${percent} %`,
    `offset ${shown(offset)}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** The last index for which something holds that holds up to there; 0 where it holds nowhere. */
function lastWhere(count: number, holds: (i: number) => boolean): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}

const shown = (number: number) => number.toLocaleString('en')
const counted = (count: number, noun: string) => `${shown(count)} ${noun}${count === 1 ? '' : 's'}`
