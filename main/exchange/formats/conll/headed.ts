import { Failure } from '../../../../preload/contract/failure.ts'
import { detached } from '../../detached.ts'
import type { Texts } from './texts.ts'

/**
 * Rows under one that says what their columns are, as the historical newspapers of HIPE have them: `TOKEN`, columns of
 * labels (`NE-COARSE-LIT`, `NE-FINE-LIT` …), and `MISC`, which says where no space follows. Each `# document_id`
 * begins a text.
 */
export const isHeaded = (head: string): boolean => header.test(head)

/** What is not taken of such files. */
export const leftOutOfHeaded = 'columns that hold no labels'

const header = /^\ufeff?TOKEN\t(?:[^\n\r]*\t)?NE-/i
/** Before a tab it is a word. */
const comment = /^#(?!\t)/
const label = /^(?:[O_]|[BIESLUM]-\S+)$/
const titled = /^#\s*document_id\s*=\s*(.+)$/
const withoutSpace = /(?:^|\|)NoSpaceAfter(?:\||$)/

/** How the rows of such a file are to be read. */
export interface HeadedLayout {
  labels: number[]
  /** The column that says where no space follows; -1 where there is none. */
  misc: number
  isSingle: boolean
}

/** The first look at such a file. */
export class HeadedSurvey {
  readonly #called: string
  #names: string[] = []
  #areLabels: boolean[] = []
  #texts = 0
  #isInText = false

  constructor(called: string) {
    this.#called = called
  }

  /** Fails with `unreadable` where a row is narrower than the first one. */
  look(line: string, number: number): void {
    if (number === 1) {
      this.#names = line.replace(/^\ufeff/, '').split('\t')
      this.#areLabels = this.#names.map((name) => /^NE-/i.test(name))
      return
    }
    if (comment.test(line)) {
      if (titled.test(line)) this.#isInText = false
      return
    }
    if (line.trim() === '') return
    if (!this.#isInText) this.#texts += 1
    this.#isInText = true
    const cells = line.split('\t')
    if (cells.length < this.#names.length) throw this.#problemIn(number)
    for (const [column, areLabels] of this.#areLabels.entries()) {
      if (areLabels && !label.test(cells[column]!)) this.#areLabels[column] = false
    }
  }

  /** Fails with `unreadable` where no column holds labels. */
  layout(): HeadedLayout {
    const labels = this.#areLabels.flatMap((areLabels, column) => (areLabels ? [column] : []))
    if (labels.length === 0) throw this.#problemIn(1)
    const misc = this.#names.findIndex((name) => /^MISC\s*$/i.test(name))
    return { labels, misc, isSingle: this.#texts === 1 }
  }

  #problemIn(number: number): Failure {
    return new Failure(
      'unreadable',
      `“${this.#called}”, line ${number}: the first line names columns (TOKEN, NE-…), so each row must have a cell for each of them, with tabs between, and labels such as “O” or “B-pers” in those called NE-….`,
    )
  }
}

/** The second look: the rows go to their texts. */
export class HeadedReading {
  readonly #layout: HeadedLayout
  readonly #texts: Texts
  #title: string | undefined
  #isInText = false
  #sentence = nothing()
  #between = ''

  constructor(layout: HeadedLayout, texts: Texts) {
    this.#layout = layout
    this.#texts = texts
  }

  take(line: string, number: number): void {
    if (number === 1) return
    const title = titled.exec(line)?.[1]
    if (title !== undefined) {
      this.#endSentence()
      this.#title = detached(title.trim())
      this.#isInText = false
    } else if (line.trim() === '') this.#endSentence()
    else if (!comment.test(line)) this.#row(line.split('\t'))
  }

  end(): void {
    this.#endSentence()
    this.#texts.end()
  }

  #row(cells: readonly string[]): void {
    if (!this.#isInText) this.#texts.begin(this.#title)
    this.#isInText = true
    const { labels, misc } = this.#layout
    const word = cells[0]!
    this.#sentence.words.push(word)
    this.#sentence.labels.push(labels.map((column) => (cells[column] === '_' ? 'O' : cells[column]!)))
    this.#sentence.joined += this.#between + word
    this.#between = withoutSpace.test((cells[misc] ?? '').trim()) ? '' : ' '
  }

  #endSentence(): void {
    const sentence = this.#sentence
    this.#sentence = nothing()
    this.#between = ''
    if (sentence.words.length > 0) this.#texts.sentence({ ...sentence, stated: '', before: '\n' })
  }
}

const nothing = () => ({ words: [] as string[], labels: [] as string[][], joined: '' })
