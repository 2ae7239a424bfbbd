import { Failure } from '../../../preload/contract/failure.ts'

/** Signs that stand between cells, the commonest first. */
const separators = [',', ';', '\t', '|'] as const

/** How many rows the separator is looked for in. */
const sampleRows = 50

/** More are a database, and every one becomes a document. */
export const mostRows = 100_000

/**
 * The rows of a text table (RFC 4180, with any separator): cells may be quoted, a quote inside is doubled, and quoted
 * cells may hold separators and line ends. A quote in the middle of a bare cell is a letter like any other. Rows without
 * any cell filled are left out. Fails with `unreadable` where a quote is never closed, with the line it was opened in.
 */
export function readCsv(text: string, separator: string, most = mostRows): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  let line = 1
  const endRow = () => {
    if (row.some((cell) => cell !== '')) rows.push(row)
    row = []
  }
  while (at <= text.length) {
    let cell: string
    if (text[at] === '"') {
      const opened = line
      const end = closingQuote(text, at)
      if (end < 0)
        throw new Failure(
          'unreadable',
          `Line ${opened} opens a quote that is never closed: close it, or remove it.`,
        )
      cell = text.slice(at + 1, end).replaceAll('""', '"')
      line += cell.split('\n').length - 1
      at = end + 1
    } else cell = ''
    // What follows a closing quote up to the separator still belongs to the cell.
    const from = at
    while (at < text.length && text[at] !== separator && text[at] !== '\n') at++
    cell += text.slice(from, at)
    row.push(cell)
    if (text[at] === separator) at++
    else {
      endRow()
      if (rows.length > most)
        throw new Failure(
          'unreadable',
          `This table has more than ${most.toLocaleString('en')} rows: split it into several files.`,
        )
      at++
      line++
    }
  }
  return rows
}

/** Excel is told in a line above the table which sign parts its cells; null where there is none. */
export function statedSeparator(text: string): { separator: string; table: string } | null {
  const found = /^"?sep=([,;\t|])"?[ \t]*\n/i.exec(text)
  return found && { separator: found[1]!, table: text.slice(found[0].length) }
}

/** Index of the quote that ends the cell beginning at `at`; -1 where there is none. */
function closingQuote(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 2)) {
    if (text[end + 1] !== '"') return end
  }
  return -1
}

/** The sign that parts most of the first rows into the same number of cells, more than one; the comma where none does. */
export function separatorOf(text: string): string {
  const head = text.slice(0, 200_000)
  let best = { separator: ',' as string, score: 0 }
  for (const separator of separators) {
    const rows = sampleOf(head, separator)
    const columns = rows[0]?.length ?? 0
    if (columns < 2) continue
    const alike = rows.filter((row) => row.length === columns).length / rows.length
    const score = alike * 100 + Math.min(columns, 20)
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

function sampleOf(head: string, separator: string): string[][] {
  try {
    return readCsv(head, separator).slice(0, sampleRows)
  } catch {
    // Cut in the middle of a quoted cell, or parted by another sign.
    return readCsv(head.replaceAll('"', ''), separator).slice(0, sampleRows)
  }
}
