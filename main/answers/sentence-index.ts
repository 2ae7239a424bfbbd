import type { CurrentText } from '../../db/repositories/documents.ts'
import { baseLanguage } from '../../preload/contract/base-language.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import { sentencesOf } from '../sentences.ts'
import { inSlices } from '../slices.ts'
import { guessedLanguage, smallWordsOf } from './languages.ts'
import { folded, isCapitalized, termOf, wordPattern } from './terms.ts'

/** The sentences of one text. Never changed, so that a query may go on while another text is read. */
export interface IndexedText extends CurrentText {
  /** The language its sentences were found by: the one that was said, or the likeliest. */
  readIn: string
  start: Int32Array
  end: Int32Array
  /** Where the words of each sentence begin in `words`; one more than there are sentences. */
  from: Int32Array
  /** Terms in reading order; with `midCapital` where it is capitalised within a sentence. */
  words: Int32Array
  /** All its terms, each once. */
  terms: Int32Array
}

/** Where the texts come from. */
export interface Texts {
  /** All there are, in project order. */
  current(): CurrentText[]
  read(text: CurrentText): string
}

/** The sign of a word that is capitalised though it does not begin its sentence: a name, outside of German. */
const midCapital = 1 << 30
/** What is left of a word without it. */
export const termBits = ~midCapital
export const termIn = (word: number): number => word & termBits

/** Words by which the language of a text is guessed. */
const wordsForGuess = 400

/**
 * The words of every sentence of a project, in memory: 4 bytes a word and a few megabytes of spellings. There are no
 * lists of places by word: going through all words of 10 million takes some 30 ms, and a text comes and goes without
 * touching another one.
 */
export class SentenceIndex {
  readonly #source: Texts
  #texts = new Map<DocumentId, IndexedText>()
  #isCurrent = false
  #updating: Promise<void> | null = null
  readonly #bySpelling = new Map<string, number>()
  readonly #byTerm = new Map<string, number>()
  #sentencesWith = new Int32Array(1 << 12)
  #capital = new Int32Array(1 << 12)
  #lower = new Int32Array(1 << 12)
  #lastSentence = new Int32Array(1 << 12)
  #serial = 0
  sentences = 0
  /** In all sentences. */
  words = 0

  constructor(source: Texts) {
    this.#source = source
  }

  /** Something may have changed: the next `update` looks which texts are other ones now. */
  expire(): void {
    this.#isCurrent = false
  }

  /** In project order. */
  texts(): readonly IndexedText[] {
    return [...this.#texts.values()]
  }

  text(id: DocumentId): IndexedText | undefined {
    return this.#texts.get(id)
  }

  /** The term of a spelling; undefined where no text has one. */
  find(word: string): number | undefined {
    return this.#byTerm.get(termOf(word))
  }

  /** In how many sentences a term stands. */
  frequency = (term: number): number => this.#sentencesWith[term] ?? 0

  /** The terms that say nothing of what a text in this language is about. */
  smallTerms(language: string): Set<number> {
    const terms = [...smallWordsOf(language)].map((word) => this.#byTerm.get(termOf(word)))
    return new Set(terms.filter((term) => term !== undefined))
  }

  /** Whether a word is only ever capitalised within sentences. Nothing can be told of German ones. */
  isName = (term: number): boolean => (this.#capital[term] ?? 0) > 0 && this.#lower[term] === 0

  /**
   * Reads what is new, in slices. Those who ask meanwhile wait for the reading of the first and, where that was stopped
   * or failed, go on with one of their own. `tell`: texts read, and of how many. `signal` stops it; what was read stays.
   */
  async update(tell: (done: number, of: number) => void = () => {}, signal?: AbortSignal): Promise<void> {
    while (this.#updating !== null || !this.#isCurrent) {
      if (this.#updating === null) {
        this.#updating = this.#read(tell, signal).finally(() => {
          this.#updating = null
        })
        await this.#updating
      } else {
        await this.#updating.catch(() => {})
        signal?.throwIfAborted()
      }
    }
  }

  /** Ends early, to be begun again, when something changes meanwhile: a text still to be read may be gone. */
  async #read(tell: (done: number, of: number) => void, signal?: AbortSignal): Promise<void> {
    this.#isCurrent = true
    const slices = inSlices(signal)
    const current = this.#source.current()
    const order = new Map<DocumentId, IndexedText>()
    try {
      for (const [done, one] of current.entries()) {
        const known = this.#texts.get(one.id)
        const isSame = known?.revisionId === one.revisionId && known.language === one.language
        order.set(one.id, isSame ? known : this.#put(await this.#readText(one, slices)))
        if (done % 64 === 0) tell(done, current.length)
        await slices.rest()
        if (!this.#isCurrent) return
      }
      for (const [id, text] of this.#texts) {
        if (order.has(id)) continue
        this.#count(text, -1)
        this.#texts.delete(id)
        await slices.rest()
      }
    } catch (cause) {
      this.#isCurrent = false
      throw cause
    }
    this.#texts = order
    tell(current.length, current.length)
  }

  #put(text: IndexedText): IndexedText {
    const before = this.#texts.get(text.id)
    if (before) this.#count(before, -1)
    this.#count(text, 1)
    this.#texts.set(text.id, text)
    return text
  }

  async #readText(one: CurrentText, slices: ReturnType<typeof inSlices>): Promise<IndexedText> {
    const text = this.#source.read(one)
    const readIn = one.language === '' ? languageOf(text) : one.language
    const tellsNames = showsNames(readIn)
    const start = new Numbers()
    const end = new Numbers()
    const from = new Numbers()
    const words = new Numbers()
    for (const sentence of sentencesOf(text, readIn)) {
      const first = words.length
      from.push(first)
      start.push(sentence.start)
      end.push(sentence.end)
      for (const [word] of text.slice(sentence.start, sentence.end).matchAll(wordPattern)) {
        const isMid = tellsNames && words.length > first && isCapitalized(word)
        words.push(this.#termOf(word) | (isMid ? midCapital : 0))
      }
      const rest = slices.rest()
      if (rest) await rest
    }
    from.push(words.length)
    const all = words.all()
    return {
      ...one,
      readIn,
      start: start.all(),
      end: end.all(),
      from: from.all(),
      words: all,
      terms: distinct(all),
    }
  }

  #termOf(word: string): number {
    const known = this.#bySpelling.get(word)
    if (known !== undefined) return known
    const term = termOf(word)
    let id = this.#byTerm.get(term)
    if (id === undefined) {
      id = this.#byTerm.size
      this.#byTerm.set(term, id)
    }
    this.#bySpelling.set(word, id)
    return id
  }

  #count({ from, words, readIn }: IndexedText, by: 1 | -1): void {
    this.#grow(this.#byTerm.size)
    const tellsNames = showsNames(readIn)
    const sentences = from.length - 1
    this.sentences += by * sentences
    this.words += by * words.length
    for (let sentence = 0; sentence < sentences; sentence++) {
      this.#serial += 1
      for (let at = from[sentence]!; at < from[sentence + 1]!; at++) {
        const term = termIn(words[at]!)
        if (words[at]! >= midCapital) this.#capital[term]! += by
        else if (tellsNames && at > from[sentence]!) this.#lower[term]! += by
        if (this.#lastSentence[term] === this.#serial) continue
        this.#lastSentence[term] = this.#serial
        this.#sentencesWith[term]! += by
      }
    }
  }

  #grow(size: number): void {
    if (size <= this.#sentencesWith.length) return
    const room = 2 ** Math.ceil(Math.log2(size + 1))
    const wider = (numbers: Int32Array) => {
      const next = new Int32Array(room)
      next.set(numbers)
      return next
    }
    this.#sentencesWith = wider(this.#sentencesWith)
    this.#capital = wider(this.#capital)
    this.#lower = wider(this.#lower)
    this.#lastSentence = wider(this.#lastSentence)
  }
}

/** Whether a capital within a sentence tells a name; not where all nouns have one. */
const showsNames = (language: string): boolean => baseLanguage(language) !== 'de'

function languageOf(text: string): string {
  const words: string[] = []
  for (const [word] of text.matchAll(wordPattern)) {
    words.push(folded(word))
    if (words.length === wordsForGuess) break
  }
  return guessedLanguage(words)
}

function distinct(words: Int32Array): Int32Array {
  const terms = new Set<number>()
  for (let at = 0; at < words.length; at++) terms.add(termIn(words[at]!))
  return Int32Array.from(terms)
}

/** A list of whole numbers that grows without boxing them. */
class Numbers {
  #room = new Int32Array(256)
  length = 0

  push(number: number): void {
    if (this.length === this.#room.length) {
      const room = new Int32Array(this.length * 2)
      room.set(this.#room)
      this.#room = room
    }
    this.#room[this.length++] = number
  }

  all(): Int32Array {
    return this.#room.slice(0, this.length)
  }
}
