import { PlainLabels } from './plain-labels.ts'

/** A row as it is split: at tabs where there are any, else at white space. */
export const cellsOf = (line: string): string[] =>
  line.includes('\t') ? line.replace(/\t+$/, '').split('\t') : line.trim().split(/\s+/)

const label = /^(?:O|[BIESLUM]-\S.*)$/
/** Kinds of phrases in the shared tasks, which stand beside the column that people mean. */
const phrase = /^[BI]-(?:NP|VP|PP|ADVP|ADJP|SBAR|PRT|INTJ|CONJP|LST|UCP)$/

export interface Columns {
  word: number
  labels: number[]
  /** Whether the labels have no letter before them. */
  isPlain?: boolean
  /** Whether the rows begin with a number. */
  isNumbered?: boolean
  /** What is not read of the others, in the plural; '' where nothing is. */
  leftOut: string
}

/** What may be said of a cell, and of all cells of a column. */
const [isLabel, isPhrase, isEmpty] = [1, 2, 4]

/** All that may be said of a cell, in one number; 0 where it is no label. */
export function natureOf(cell: string): number {
  if (cell === 'O') return isLabel | isPhrase | isEmpty
  if (cell[1] !== '-' || !label.test(cell)) return 0
  return phrase.test(cell) ? isLabel | isPhrase : isLabel
}

/** Finds out what columns hold from their rows, of which it holds none. */
export class ColumnSurvey {
  rows = 0
  #narrowest = Number.POSITIVE_INFINITY
  #widest = 0
  #areNumbered = true
  #isEveryFirstEmpty = true
  /** What may be said of all cells so far, by column. */
  #natures: number[] = []
  #plain: PlainLabels[] = []

  /** The cells of a row. */
  take(cells: readonly string[]): void {
    this.#narrowest = Math.min(this.#narrowest, cells.length)
    this.#widest = Math.max(this.#widest, cells.length)
    this.#areNumbered &&= /^\d+$/.test(cells[0]!)
    this.#isEveryFirstEmpty &&= cells[0] === 'O'
    if (this.rows === 0) {
      this.#natures = cells.map(natureOf)
      this.#plain = cells.map(() => new PlainLabels())
    }
    for (let column = 0; column < this.#narrowest; column++) {
      const before = this.#natures[column]!
      if (before !== 0) this.#natures[column] = before & natureOf(cells[column]!)
      this.#plain[column]!.take(cells[column]!)
    }
    this.rows += 1
  }

  /** Whether some column has labels with letters before them, or may still turn out to. */
  get mayHoldLabels(): boolean {
    return this.#holding().length > 0 || this.#mayBeLabelledFirst
  }

  /** Undefined where no column can be labels. */
  columns(): Columns | undefined {
    const holding = this.#holding()
    const known = { word: this.#word, isNumbered: this.#isNumbered }
    if (holding.length === 0) {
      if (this.#mayBeLabelledFirst && !this.#isEveryFirstEmpty) return { word: 1, labels: [0], leftOut: '' }
      const labels = this.#after(this.#word).filter((column) => this.#plain[column]!.areLabels)
      return labels.length > 0 ? { ...known, labels, isPlain: true, leftOut: '' } : undefined
    }
    const labels = holding.filter(
      (column) => holding.length === 1 || !this.#are(column, isPhrase) || this.#are(column, isEmpty),
    )
    return { ...known, labels, leftOut: labels.length < holding.length ? 'columns of phrases' : '' }
  }

  /** Whether a cell is a label where the column holds such. */
  isLabelIn(column: number, cell: string): boolean {
    return natureOf(cell) !== 0 || this.#plain[column]?.has(cell) === true
  }

  get #isNumbered(): boolean {
    return this.#narrowest > 2 && this.#areNumbered
  }

  get #word(): number {
    return this.#isNumbered ? 1 : 0
  }

  /** The label and then the word, as the queries about films and restaurants have it. */
  get #mayBeLabelledFirst(): boolean {
    return this.#narrowest === 2 && this.#widest === 2 && this.#are(0, isLabel)
  }

  #holding(): number[] {
    return this.#after(this.#word).filter((column) => this.#are(column, isLabel))
  }

  #after(word: number): number[] {
    const width = this.rows === 0 ? 0 : this.#narrowest
    return [...Array(width).keys()].filter((column) => column > word)
  }

  #are(column: number, what: number): boolean {
    return (this.#natures[column]! & what) !== 0
  }
}
