import type { Texts } from './texts.ts'

/**
 * Gives rows to their text: those of a sentence together where the file states before them what the sentence is, others
 * one by one.
 */
export class StatedSentences {
  readonly #texts: Texts
  #stated: string | undefined
  #sentence: { stated: string; words: string[]; labels: string[][] } | undefined

  constructor(texts: Texts) {
    this.#texts = texts
  }

  /** What the sentence is that begins with the next row. One that has not ended by then ends here. */
  state(words: string): void {
    this.end()
    this.#stated = words
  }

  row(word: string, labels: string[]): void {
    if (this.#stated !== undefined) this.#sentence = { stated: this.#stated, words: [], labels: [] }
    this.#stated = undefined
    if (!this.#sentence) {
      this.#texts.row(word, labels)
      return
    }
    this.#sentence.words.push(word)
    this.#sentence.labels.push(labels)
  }

  end(): void {
    const sentence = this.#sentence
    this.#sentence = undefined
    if (sentence) this.#texts.sentence({ ...sentence, joined: sentence.words.join(' '), before: '\n' })
  }

  /** A text ends: what was stated before its end is said of none of the next one. */
  endText(): void {
    this.end()
    this.#stated = undefined
  }
}
