import { Failure } from '../../../../preload/contract/failure.ts'
import { detached } from '../../detached.ts'
import { ColumnSurvey, type Columns, cellsOf, natureOf } from './columns.ts'
import { StatedSentences } from './stated-sentences.ts'
import type { Texts } from './texts.ts'

const between = '-DOCSTART-'
/** Comments, which a `#` of its own begins or which are a single cell with one before it; but see `MarkedRows`. */
const marked = /^#(?:\s|$|\S*\s*$)/
/** Of different rows with a `#` before them. */
const mostExamples = 10_000
const widestExample = 50

/** How the rows of a file are to be read; undefined columns where it has none. */
export interface PlainLayout {
  columns: Columns | undefined
  /** Whether all rows are of one text. */
  isSingle: boolean
  /** Whether a row with a `#` before it, by its line and its cells, is one of the text. */
  isWord(line: string, cells: readonly string[]): boolean
}

/**
 * The first look at rows of words and labels. A `#` with cells as the other rows have them, split in the same way and
 * with labels where theirs are, is a word of the text; that can be told only when all of them have been seen.
 */
export class PlainSurvey {
  readonly #all = new ColumnSurvey()
  /** Rows with a `#` before them, one for all that differ in nothing that matters, by that. */
  readonly #marked = new Map<string, { line: string; cells: readonly string[]; number: number }>()
  #hasTabs = false
  #width = 2
  #first = Number.POSITIVE_INFINITY
  #lastStart = 0
  #problem = 0
  #isPaused = false
  #hasSentences = false

  look(line: string, number: number): void {
    if (marked.test(line)) {
      this.#example(line, number)
      return
    }
    this.#hasTabs ||= line.includes('\t')
    if (line.startsWith(between)) this.#lastStart = number
    if (line.startsWith(between) || line.trim() === '') {
      this.#isPaused = true
      return
    }
    const cells = cellsOf(line)
    if (this.#all.rows === 0) {
      this.#width = cells.length
      this.#first = number
    } else if (this.#isPaused) this.#hasSentences = true
    this.#isPaused = false
    this.#all.take(cells)
    if (this.#problem === 0 && !this.#all.mayHoldLabels) this.#problem = number
  }

  layout(): PlainLayout {
    const others = this.#all.columns()
    const hasOthers = this.#all.rows > 0
    const labelled = others?.labels ?? [this.#width - 1]
    const isWord = (line: string, cells: readonly string[]): boolean =>
      cells[0] === '#' &&
      cells.length === this.#width &&
      (!hasOthers || line.includes('\t') === this.#hasTabs) &&
      labelled.every((column) => this.#all.isLabelIn(column, cells[column]!))
    const words = [...this.#marked.values()].filter(({ line, cells }) => isWord(line, cells))
    for (const { cells, number } of words) {
      this.#all.take(cells)
      this.#first = Math.min(this.#first, number)
      if (this.#problem === 0 && !this.#all.mayHoldLabels) this.#problem = number
    }
    const columns = this.#all.columns()
    return {
      // Words with a few kinds of other words beside them may be any table.
      columns: columns?.isPlain && !this.#hasSentences ? undefined : columns,
      isSingle: this.#first > this.#lastStart,
      isWord,
    }
  }

  /** Whether there is any row. */
  get isEmpty(): boolean {
    return this.#all.rows === 0
  }

  /** Of the first line with which the columns stop being any. */
  problemIn(called: string): Failure {
    return new Failure(
      'unreadable',
      `“${called}”, line ${this.#problem || this.#first}: a row must be a word and a label such as “O”, “B-Claim” or “I-Claim”, with a tab or a space between.`,
    )
  }

  #example(line: string, number: number): void {
    const cells = cellsOf(line)
    if (cells[0] !== '#' || cells.length > widestExample || this.#marked.size === mostExamples) return
    const kinds = cells.slice(1).map((cell) => natureOf(cell) || detached(cell))
    const key = JSON.stringify([line.includes('\t'), ...kinds])
    if (this.#marked.has(key)) return
    this.#marked.set(key, { line: detached(line), cells: cells.map(detached), number })
  }
}

const said = /^# text\s*=\s?(.*)$/

/** The second look: rows go to their texts, which `-DOCSTART-` begins, those of a sentence together where it is said what that is. */
export class PlainReading {
  readonly #layout: PlainLayout
  readonly #columns: Columns
  readonly #texts: Texts
  readonly #sentences: StatedSentences

  constructor(layout: PlainLayout, texts: Texts) {
    this.#layout = layout
    this.#columns = layout.columns ?? { word: 0, labels: [], leftOut: '' }
    this.#texts = texts
    this.#sentences = new StatedSentences(texts)
    texts.begin()
  }

  take(line: string): void {
    if (line.startsWith(between)) {
      this.#sentences.endText()
      if (this.#texts.rows > 0) this.#texts.begin()
      return
    }
    if (line.trim() === '') {
      this.#sentences.end()
      this.#texts.pause()
      return
    }
    const cells = cellsOf(line)
    if (marked.test(line) && !this.#layout.isWord(line, cells)) {
      const stated = said.exec(line)?.[1]?.trim()
      if (stated) this.#sentences.state(stated)
      return
    }
    const { word, labels, isPlain } = this.#columns
    this.#sentences.row(
      cells[word]!,
      labels.map((column) => (isPlain && cells[column] !== 'O' ? `I-${cells[column]}` : cells[column]!)),
    )
  }

  end(): void {
    this.#sentences.end()
    this.#texts.end()
  }
}
