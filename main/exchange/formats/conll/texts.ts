import { GrowingText } from '../../foreign/growing-text.ts'
import { Along, extentsIn, isForBracket } from './along.ts'
import { Decoding, type Place, type Stretch } from './decode.ts'

/** What the rows of one text say. */
export interface TextOfRows {
  /** What the file calls the text, if it does. */
  title: string | undefined
  text: string
  /** Whether that is the text beside the rows; null where none is there. */
  isBeside: boolean | null
  /** For each column of labels what they mark, in the order of the rows, with its place in the text. */
  stretches: Stretch[][]
  /** How many words stand for a bracket. */
  forBrackets: number
  /** How many sentences are not as the file itself says they are. */
  otherwise: number
}

/** Puts texts together from their rows, of which it holds none; each is handed on when it is done. */
export class Texts {
  readonly #beside: string | undefined
  readonly #take: (text: TextOfRows) => void
  #current: OneText | undefined

  /** In `beside` is what stands between the words of the only text. */
  constructor(beside: string | undefined, take: (text: TextOfRows) => void) {
    this.#beside = beside
    this.#take = take
  }

  /** A text begins, also where no row follows. */
  begin(title?: string): void {
    this.end()
    this.#current = new OneText(title, this.#beside)
  }

  /** How many rows the text has so far. */
  get rows(): number {
    return this.#current!.rows
  }

  /** An empty line: the next row begins a sentence. */
  pause(): void {
    this.#current?.pause()
  }

  /** A row with its label for each column; fewer where the others have none. */
  row(word: string, labels: readonly string[]): void {
    this.#current!.row(word, labels, undefined, word)
  }

  /** The rows of a sentence, with what stands before it in the text; not said is a line end. */
  sentence(sentence: SentenceOfRows): void {
    this.#current!.sentence(sentence)
  }

  /** There is no more. */
  end(): void {
    if (this.#current) this.#take(this.#current.done())
    this.#current = undefined
  }
}

export interface SentenceOfRows {
  words: readonly string[]
  labels: readonly (readonly string[])[]
  /** What the file says that it is; '' where it does not say. */
  stated: string
  /** What it is otherwise. */
  joined: string
  before: string
}

class OneText {
  readonly #title: string | undefined
  readonly #text = new GrowingText()
  readonly #beside: Along | undefined
  readonly #columns: Decoding[] = [new Decoding()]
  readonly #forBrackets = { here: 0, beside: 0 }
  /** What stands behind the last word, until it is known that another one follows. */
  #behind = ''
  /** Of the last row; one for all, as there are very many. */
  readonly #place: Place = { row: 0, sentence: 0, start: 0, end: 0, besideStart: 0, besideEnd: 0 }
  #otherwise = 0
  #isPaused = false
  #sentence = 0
  rows = 0

  constructor(title: string | undefined, beside: string | undefined) {
    this.#title = title
    this.#beside = beside === undefined ? undefined : new Along(beside)
  }

  pause(): void {
    this.#isPaused = true
  }

  row(word: string, labels: readonly string[], between: string | undefined, shown: string): void {
    if (this.#isPaused) this.#sentence += 1
    if (this.rows > 0 || between !== undefined) {
      this.#text.add(this.#behind + (between ?? (this.#isPaused ? '\n' : ' ')))
      this.#behind = ''
    }
    this.#isPaused = false
    const place = this.#place
    place.row = this.rows
    place.sentence = this.#sentence
    place.start = this.#text.length
    this.#text.add(shown)
    place.end = this.#text.length
    if (this.#beside?.next(word)) {
      place.besideStart = this.#beside.start
      place.besideEnd = this.#beside.end
    }
    if (isForBracket(word)) {
      if (shown.length > 1) this.#forBrackets.here += 1
      if (place.besideEnd - place.besideStart > 1) this.#forBrackets.beside += 1
    }
    while (this.#columns.length < labels.length) this.#columns.push(new Decoding())
    for (const [column, decoding] of this.#columns.entries()) decoding.take(labels[column] ?? 'O', place)
    this.rows += 1
  }

  sentence({ words, labels, stated, joined, before }: SentenceOfRows): void {
    const asStated = stated === '' ? undefined : extentsIn(stated, words)
    if (stated !== '' && !asStated) this.#otherwise += 1
    const text = asStated ? stated : joined
    const extents = asStated ?? extentsIn(joined, words)
    let at = 0
    for (const [index, word] of words.entries()) {
      const [start, end] = extents ? [extents[index * 2]!, extents[index * 2 + 1]!] : [at, at]
      const between = (index === 0 && this.#text.length > 0 ? before : '') + text.slice(at, start)
      if (extents) this.row(word, labels[index]!, between, text.slice(start, end))
      else this.row(word, labels[index]!, index === 0 ? between : ' ', word)
      at = end
    }
    if (extents) this.#behind = text.slice(at)
  }

  done(): TextOfRows {
    this.#text.add(this.#behind)
    const isBeside = this.#beside ? this.#beside.isThrough() : null
    const stretches = this.#columns.map(({ found }) => found)
    if (isBeside) {
      for (const one of stretches) {
        for (const stretch of one) {
          stretch.start = stretch.besideStart
          stretch.end = stretch.besideEnd
        }
      }
    }
    return {
      title: this.#title,
      text: isBeside ? this.#beside!.text : this.#text.whole(),
      ...{ isBeside, stretches, otherwise: this.#otherwise },
      forBrackets: isBeside ? this.#forBrackets.beside : this.#forBrackets.here,
    }
  }
}
