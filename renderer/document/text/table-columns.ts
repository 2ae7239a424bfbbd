import { endOfTable } from '../../../preload/contract/table-heads.ts'
import type { Block } from '../../../preload/contract/text.ts'

const cellsLookedAt = 1000
const columnsWithWidths = 60
const widest = 60
const longestWord = 18
/** Between two columns, in characters. */
const gap = 4

/**
 * Widths in percent, separated by spaces, for the columns of the long table that begins with block `first`: by the
 * mean length of their cells, with room for their longest word, so that they are the same in every section the table
 * stands in. '' when there are too many columns to tell.
 */
export function columnWidths(text: string, blocks: readonly Block[], first: number): string {
  const end = Math.min(endOfTable(blocks, first), first + cellsLookedAt)
  const columns: { sum: number; count: number; word: number }[] = []
  for (let at = first; at < end; at++) {
    const cell = blocks[at]!
    if (cell.kind !== 'table-cell') break
    if (cell.column >= columnsWithWidths) return ''
    columns[cell.column] ??= { sum: 0, count: 0, word: 0 }
    const column = columns[cell.column]!
    column.sum += Math.min(widest, cell.end - cell.start)
    column.count++
    for (const word of text.slice(cell.start, cell.end).split(/\s/)) {
      column.word = Math.max(column.word, Math.min(longestWord, word.length))
    }
  }
  const widths = Array.from(columns, (column) =>
    column ? gap + Math.max(column.word, column.sum / column.count) : gap,
  )
  const total = widths.reduce((all, width) => all + width, 0)
  return widths.map((width) => ((width / total) * 100).toFixed(2)).join(' ')
}
