import type { Block } from '../../preload/contract/text.ts'
import { endOfTable } from './sections.ts'

const cellsLookedAt = 1000
const columnsWithWidths = 60
const narrowest = 4
const widest = 60

/**
 * Widths in percent, separated by spaces, for the columns of the long table that begins with block `first`: by the
 * length of their cells, so that they are the same in every section the table stands in. '' when there are too
 * many columns to tell.
 */
export function columnWidths(blocks: readonly Block[], first: number): string {
  const end = Math.min(endOfTable(blocks, first), first + cellsLookedAt)
  const sums: number[] = []
  const counts: number[] = []
  for (let at = first; at < end; at++) {
    const cell = blocks[at]!
    if (cell.kind !== 'table-cell') break
    if (cell.column >= columnsWithWidths) return ''
    const length = Math.min(widest, Math.max(narrowest, cell.end - cell.start))
    sums[cell.column] = (sums[cell.column] ?? 0) + length
    counts[cell.column] = (counts[cell.column] ?? 0) + 1
  }
  const means = Array.from(sums, (sum, column) => (sum ?? narrowest) / (counts[column] ?? 1))
  const total = means.reduce((all, mean) => all + mean, 0)
  return means.map((mean) => ((mean / total) * 100).toFixed(2)).join(' ')
}
