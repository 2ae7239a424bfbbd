import type { DocumentText } from '../../../preload/contract/document.ts'
import { isHardWrapped } from '../../../preload/contract/hard-wrap.ts'
import { headCells } from '../../../preload/contract/table-heads.ts'
import type { Block } from '../../../preload/contract/text.ts'
import { type BreakBefore, breaksBetween } from './breaks.ts'
import { hasRightToLeft } from './direction.ts'
import { labelLists } from './list-labels.ts'
import { numberVerse } from './verse-numbers.ts'

const none: ReadonlySet<number> = new Set()

/** How a block is to be drawn, beyond what its kind says. */
export interface BlockLook {
  /**
   * The class of a paragraph that is not a plain one: without words, with line ends to show or to set anew; of a cell
   * in a table's head; and of verse that is a single line.
   */
  setting: '' | 'empty' | 'lines' | 'anew' | 'head' | 'line'
  /** The sign or number of a list item; the number of every fifth line of a poem. */
  label: string
  /** Has letters that run from right to left. */
  turns: boolean
  breakBefore: BreakBefore | undefined
}

/** The looks of those blocks that have one, by block. */
export function lookAt({
  text,
  blocks,
  breaks,
  marks,
}: Pick<DocumentText, 'text' | 'blocks' | 'breaks' | 'marks'>): Map<number, BlockLook> {
  const looks = new Map<number, BlockLook>()
  const label = labelLists()
  const verseNumber = numberVerse(text)
  const begins = breaksBetween(blocks, breaks)
  const mayTurn = hasRightToLeft(text)
  const heads = blocks.some(({ kind }) => kind === 'table-cell') ? headCells({ text, blocks, marks }) : none

  for (const [at, block] of blocks.entries()) {
    const look: BlockLook = {
      setting: heads.has(at) ? 'head' : settingOf(text, block),
      label: label(block) || verseNumber(block),
      turns: mayTurn && hasRightToLeft(text.slice(block.start, block.end)),
      breakBefore: begins.get(at),
    }
    if (look.setting || look.label || look.turns || look.breakBefore) looks.set(at, look)
  }
  return looks
}

/** Nothing stands there but space, if that. */
function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (/\S/.test(text.charAt(at))) return false
  return true
}

/** Line ends are set anew where they only filled a measure. */
function settingOf(text: string, { kind, start, end }: Block): BlockLook['setting'] {
  if (kind !== 'paragraph' && kind !== 'verse') return ''
  const lineEnd = text.indexOf('\n', start)
  const isOneLine = lineEnd < 0 || lineEnd >= end
  if (kind === 'verse') return isOneLine ? 'line' : ''
  if (isBlank(text, start, end)) return 'empty'
  if (isOneLine) return ''
  return isHardWrapped(text.slice(start, end)) ? 'anew' : 'lines'
}
