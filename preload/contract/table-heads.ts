import type { Block, StructuredText } from './text.ts'

type Source = Pick<StructuredText, 'text' | 'blocks' | 'marks'>

const longestHead = 60
const rowsLookedAt = 20
const figure = /^[^\p{L}]*\p{Nd}[^\p{L}]*$/u

/**
 * The blocks of first rows that read as the head of their table: short cells, and either all of them bold as no other
 * row is, or words above a column of figures. Only for the looks: nothing is said of such a row to anybody.
 */
export function headCells({ text, blocks, marks }: Source): Set<number> {
  const heads = new Set<number>()
  const strong = new Set(
    marks.flatMap((mark) => (mark.kind === 'strong' ? [`${mark.start} ${mark.end}`] : [])),
  )
  for (let first = 0; first < blocks.length; ) {
    const { kind } = blocks[first]!
    if (kind !== 'table-cell') {
      first++
      continue
    }
    const end = endOfTable(blocks, first)
    for (const cell of headOf({ text, blocks }, first, end, strong)) heads.add(cell)
    first = end
  }
  return heads
}

function headOf(
  { text, blocks }: Pick<Source, 'text' | 'blocks'>,
  first: number,
  end: number,
  strong: ReadonlySet<string>,
): number[] {
  const rows = new Map<number, number[]>()
  for (let at = first; at < end; at++) {
    const cell = blocks[at]!
    if (cell.kind !== 'table-cell') break
    const row = rows.get(cell.row)
    if (row) row.push(at)
    else if (rows.size > rowsLookedAt) break
    else rows.set(cell.row, [at])
  }
  const [head, ...others] = rows.values()
  if (!head || others.length === 0 || head.length < 2) return []
  const wordsOf = (at: number) => text.slice(blocks[at]!.start, blocks[at]!.end).trim()
  const headWords = head.map(wordsOf)
  if (headWords.some((words) => words.length > longestHead || figure.test(words))) return []
  if (headWords.every((words) => words === '')) return []

  const isStrong = (at: number) => wordsOf(at) === '' || strong.has(`${blocks[at]!.start} ${blocks[at]!.end}`)
  const isBold = head.every(isStrong) && !others.some((row) => row.every(isStrong))
  const isAboveFigures = head.some((at) => {
    const below = others.flatMap(
      (row) => row.find((other) => columnOf(blocks, other) === columnOf(blocks, at)) ?? [],
    )
    const filled = below.map(wordsOf).filter((words) => words !== '')
    return filled.length > 0 && wordsOf(at) !== '' && filled.every((words) => figure.test(words))
  })
  return isBold || isAboveFigures ? head : []
}

function columnOf(blocks: Source['blocks'], at: number): number {
  const block = blocks[at]!
  return block.kind === 'table-cell' ? block.column : -1
}

/** Where the table that cell `first` belongs to ends, exclusive. */
export function endOfTable(blocks: readonly Block[], first: number): number {
  let end = first + 1
  for (; end < blocks.length; end++) {
    const cell = blocks[end]!
    const before = blocks[end - 1]!
    if (cell.kind !== 'table-cell' || before.kind !== 'table-cell') break
    const goesOn = cell.row > before.row || (cell.row === before.row && cell.column > before.column)
    if (!goesOn) break
  }
  return end
}
