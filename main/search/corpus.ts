import { isTurkic } from '../../preload/contract/finding/letters.ts'
import { eachWord } from '../../preload/contract/search/words.ts'
import type { SentText } from '../texts-thread/messages.ts'
import { Postings } from './postings.ts'
import type { SearchedText } from './searched-text.ts'
import { Vocabulary } from './vocabulary.ts'

/** The texts of a project by their words, in memory. */
export class Corpus {
  readonly vocabulary = new Vocabulary()
  readonly #texts = new Map<number, SearchedText>()
  #forms = new Int32Array(1 << 16)
  #starts = new Int32Array(1 << 16)

  #counts = new Int32Array(1 << 16)
  #postings = new Postings([], 0)
  /** Words that came or went since. */
  #changed = 0

  put(source: SentText): void {
    this.remove(source.documentId)
    const text = this.#indexed(source)
    this.#texts.set(source.documentId, text)
    this.#count(text, 1)
  }

  remove(documentId: number): void {
    const text = this.#texts.get(documentId)
    if (!text) return
    this.#texts.delete(documentId)
    this.#count(text, -1)
  }

  /** In how many places of the texts a form stands, by its number. */
  countOf(form: number): number {
    return this.#counts[form] ?? 0
  }

  #count({ forms }: SearchedText, by: 1 | -1): void {
    while (this.#counts.length < this.vocabulary.forms.length) this.#counts = longer(this.#counts)
    this.#changed += forms.length
    const counts = this.#counts
    for (let word = 0; word < forms.length; word++) counts[forms[word]!]! += by
  }

  /** Of most texts: made anew once an eighth is others, some hundredths of a second for ten million words. */
  postings(): Postings {
    if (this.#changed * 8 > this.#postings.words) {
      this.#postings = new Postings(this.#texts.values(), this.vocabulary.forms.length)
      this.#changed = 0
    }
    return this.#postings
  }

  get(documentId: number): SearchedText | undefined {
    return this.#texts.get(documentId)
  }

  #indexed(source: SentText): SearchedText {
    const { text, language } = source
    const turkic = isTurkic(language)
    const paragraphs = [0]
    let lineEnd = nextLineEnd(text, 0)
    let count = 0
    eachWord(text, (start, end) => {
      while (start > lineEnd) {
        paragraphs.push(count)
        lineEnd = nextLineEnd(text, lineEnd + 1)
      }
      if (count === this.#forms.length) {
        this.#forms = longer(this.#forms)
        this.#starts = longer(this.#starts)
      }
      this.#forms[count] = this.vocabulary.numberOf(text.slice(start, end), turkic)
      this.#starts[count++] = start
    })
    return {
      ...source,
      forms: this.#forms.slice(0, count),
      starts: this.#starts.slice(0, count),
      paragraphs: Int32Array.from(paragraphs),
    }
  }

  /** Where a word of a text ends. */
  endOf(text: SearchedText, word: number): number {
    return text.starts[word]! + this.vocabulary.forms[text.forms[word]!]!.length
  }
}

function nextLineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at
}

function longer(column: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2)
  grown.set(column)
  return grown
}

/** The last of ascending numbers that is not above; -1 where all are. */
export function lastUpTo(numbers: Int32Array, value: number): number {
  let low = -1
  let high = numbers.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (numbers[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}

/** The first word that ends after an offset. */
export function wordFrom(corpus: Corpus, text: SearchedText, offset: number): number {
  const last = lastUpTo(text.starts, offset)
  return last >= 0 && corpus.endOf(text, last) > offset ? last : last + 1
}
