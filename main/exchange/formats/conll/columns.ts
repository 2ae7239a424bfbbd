/** A row as it is split: at tabs where there are any, else at white space. */
const cellsOf = (line: string): string[] =>
  line.includes('\t') ? line.replace(/\t+$/, '').split('\t') : line.trim().split(/\s+/)

const label = /^(?:O|[BIESLUM]-\S.*)$/

/**
 * The cells of each line; none of empty lines, of those between texts, and of comments, which a `#` of its own begins
 * or which are a single cell with one before it.
 * A `#` with cells as the other rows have them, split in the same way and with labels where theirs are, is a word of
 * the text.
 */
export function cellsIn(lines: readonly string[]): string[][] {
  const cells = lines.map((line) =>
    line.trim() === '' || line.startsWith('-DOCSTART-') ? [] : cellsOf(line),
  )
  const isMarked = lines.map((line) => /^#(?:\s|$|\S*\s*$)/.test(line))
  if (!isMarked.includes(true)) return cells
  const others = cells.filter(({ length }, index) => length > 0 && !isMarked[index])
  const hasTabs = lines.some((line, index) => !isMarked[index] && line.includes('\t'))
  const width = others[0]?.length ?? 2
  const labelled = columnsOf(others)?.labels ?? [width - 1]
  return cells.map((row, index) => {
    if (!isMarked[index]) return row
    const isWord =
      row[0] === '#' &&
      row.length === width &&
      (others.length === 0 || lines[index]!.includes('\t') === hasTabs) &&
      labelled.every((column) => label.test(row[column]!))
    return isWord ? row : []
  })
}

/** Kinds of phrases in the shared tasks, which stand beside the column that people mean. */
const phrase = /^(?:O|[BI]-(?:NP|VP|PP|ADVP|ADJP|SBAR|PRT|INTJ|CONJP|LST|UCP))$/

export interface Columns {
  word: number
  labels: number[]
  /** Whether the rows begin with a number. */
  isNumbered?: boolean
  /** What is not read of the others, in the plural; '' where nothing is. */
  leftOut: string
}

export interface Row {
  word: string
  /** One for each column that holds labels. */
  labels: string[]
}

/** The rows of one text. */
export interface Sequence {
  rows: Row[]
  /** Rows before which there is an empty line. */
  breaks: Set<number>
  columns: Columns
  /** What the file calls the text, if it does. */
  title?: string | undefined
  /** Its words with what stands between them, where the file says that. */
  text?: string
  /** What a person should know of it, as a sentence. */
  doubt?: string
}

/** Which columns hold what, by some of the rows; undefined where no column can be labels. */
export function columnsOf(rows: readonly string[][]): Columns | undefined {
  const width = rows.reduce((least, { length }) => Math.min(least, length), Number.POSITIVE_INFINITY)
  if (rows.length === 0 || width < 2) return undefined
  const isNumbered = width > 2 && rows.every(([first]) => /^\d+$/.test(first!))
  const word = isNumbered ? 1 : 0
  const holding = [...Array(width).keys()].filter(
    (column) => column > word && rows.every((cells) => label.test(cells[column]!)),
  )
  if (holding.length === 0) return isLabelledFirst(rows) ? { word: 1, labels: [0], leftOut: '' } : undefined
  const labels = holding.filter(
    (column) =>
      holding.length === 1 || !rows.every((cells) => phrase.test(cells[column]!)) || isEmpty(rows, column),
  )
  return { word, labels, isNumbered, leftOut: labels.length < holding.length ? 'columns of phrases' : '' }
}

/** The label and then the word, as the queries about films and restaurants have it. */
const isLabelledFirst = (rows: readonly string[][]): boolean =>
  rows.every((cells) => cells.length === 2 && label.test(cells[0]!)) && rows.some(([first]) => first !== 'O')

const isEmpty = (rows: readonly string[][], column: number): boolean =>
  rows.every((cells) => cells[column] === 'O')
