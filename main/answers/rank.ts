import type { DocumentId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import { inSlices } from '../slices.ts'
import { isSmallWord } from './languages.ts'
import { type IndexedText, type SentenceIndex, termBits, termIn } from './sentence-index.ts'
import { folded, isNumber, wordPattern } from './terms.ts'

/** What is looked for: the words of a claim. */
export interface Question {
  words: string
  language: string
  /** Documents that are left out: the passage’s own, or for a claim all that state it. */
  without: ReadonlySet<DocumentId>
  /** Where it stands: what is said around there tells which texts are about the same. */
  at: readonly { documentId: DocumentId; start: number }[]
  /** Folded names that the project knows: of its speakers. */
  names: ReadonlySet<string>
}

/** A sentence, by what it shares with the question. */
export interface Match {
  text: IndexedText
  /** Which sentence of the text. */
  sentence: number
  span: Span
  /** By all signs: its words, those of the sentences beside it, and its text. */
  score: number
  /** What its own words are worth. */
  own: number
  /** What those of the better of its neighbours are. */
  beside: number
}

/**
 * How much each sign counts. Set by hand on the first of the three disputes of bench/answers, the plant; docs/answers.md
 * gives the figures of the other two apart.
 */
export interface Weights {
  /** BM25: how soon a word that comes again counts no more, and how much a long sentence is held back. */
  k1: number
  b: number
  /** By how much a shared name or number counts more than another word. */
  name: number
  number: number
  /** How much of the better neighbour’s worth a sentence has too: an answer often follows what it answers. */
  beside: number
  /** What a sentence has for standing in the text that is most about the same; others in proportion. */
  about: number
}

export const usualWeights: Weights = { k1: 1.2, b: 0.4, name: 1.3, number: 1.6, beside: 0.35, about: 4 }

/** Shorter ones are headlines and exclamations, which BM25 would put first. */
const fewWords = 5

/** The words of a question that tell what it is about, with what a sentence gets for each. */
export function termsOf(index: SentenceIndex, question: Question, weights: Weights): Map<number, number> {
  const worth = new Map<number, number>()
  for (const [word] of question.words.matchAll(wordPattern)) {
    if (isSmallWord(folded(word), question.language)) continue
    const term = index.find(word)
    if (term === undefined || worth.has(term)) continue
    const isName = index.isName(term) || question.names.has(folded(word))
    const more = isNumber(word) ? weights.number : isName ? weights.name : 1
    worth.set(term, rarityOf(index, term) * more)
  }
  return worth
}

/** The sentences that share most with a question, the best first. In slices; the index may change meanwhile. */
export async function bestMatches(
  index: SentenceIndex,
  question: Question,
  { weights = usualWeights, limit, signal }: { weights?: Weights; limit: number; signal?: AbortSignal },
): Promise<Match[]> {
  const worth = termsOf(index, question, weights)
  const rarity = weights.about > 0 ? aroundOf(index, question) : new Map<number, number>()
  if (worth.size === 0 && rarity.size === 0) return []
  const slices = inSlices(signal)
  const texts = index.texts().filter(({ id }) => !question.without.has(id))
  const { worths, shares } = await sumsOf(texts, worth, rarity, slices)

  // Texts that cannot have a better sentence than those already found are not looked through.
  const best = new Best(limit)
  const open: { text: IndexedText; given: number; most: number }[] = []
  for (const [at, text] of texts.entries()) {
    const given = weights.about * shares[at]!
    const most = given + worths[at]! * (weights.k1 + 1) * (1 + weights.beside)
    if (most > 0) open.push({ text, given, most })
  }
  open.sort((one, other) => other.most - one.most)
  const scorer = new Scorer(worth, index.words / Math.max(1, index.sentences), weights)
  for (const { text, given, most } of open) {
    if (most <= best.least) break
    scorer.score(text, given, best)
    const rest = slices.rest()
    if (rest) await rest
  }
  return best.sorted()
}

/** Sentences before and after a claim that tell what its text is about. */
const around = 20

/** How rare each term is that stands in the surroundings of the question. */
function aroundOf(index: SentenceIndex, { at }: Question): Map<number, number> {
  const rarities = new Map<number, number>()
  for (const { documentId, start } of at) {
    const text = index.text(documentId)
    if (!text) continue
    const small = index.smallTerms(text.readIn)
    const here = Math.max(
      0,
      text.start.findLastIndex((from) => from <= start),
    )
    const first = text.from[Math.max(0, here - around)]!
    const end = text.from[Math.min(text.start.length, here + around + 1)]!
    for (let word = first; word < end; word++) {
      const term = termIn(text.words[word]!)
      if (!small.has(term)) rarities.set(term, rarityOf(index, term))
    }
  }
  return rarities
}

/**
 * For each text what those of its terms are worth that the question has, and how much it is about the same as the
 * surroundings of the question: 1 for the one that is most.
 */
async function sumsOf(
  texts: readonly IndexedText[],
  worth: ReadonlyMap<number, number>,
  rarity: ReadonlyMap<number, number>,
  slices: ReturnType<typeof inSlices>,
): Promise<{ worths: Float64Array; shares: Float64Array }> {
  const known = 1 + largestOf(worth, rarity)
  // Side by side, since going through the terms of all texts is mostly waiting for memory.
  const both = new Float32Array(2 * known)
  for (const [term, value] of worth) both[2 * term] = value
  for (const [term, value] of rarity) both[2 * term + 1] = value
  const worths = new Float64Array(texts.length)
  const shares = new Float64Array(texts.length)
  let most = 0
  for (const [row, { terms, words }] of texts.entries()) {
    let ofWorth = 0
    let ofRarity = 0
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!
      if (term >= known) continue
      ofWorth += both[2 * term]!
      ofRarity += both[2 * term + 1]!
    }
    worths[row] = ofWorth
    // A long text shares words with everything.
    shares[row] = ofRarity === 0 ? 0 : ofRarity / Math.sqrt(words.length)
    most = Math.max(most, shares[row]!)
    const rest = slices.rest()
    if (rest) await rest
  }
  if (most > 0) for (let row = 0; row < shares.length; row++) shares[row]! /= most
  return { worths, shares }
}

function largestOf(...maps: ReadonlyMap<number, number>[]): number {
  let largest = -1
  for (const map of maps) for (const term of map.keys()) largest = Math.max(largest, term)
  return largest
}

const rarityOf = (index: SentenceIndex, term: number): number => {
  const sentences = index.frequency(term)
  return Math.log(1 + (index.sentences - sentences + 0.5) / (sentences + 0.5))
}

/** Gives the sentences of one text after the other what the terms of a question are worth in them. */
class Scorer {
  readonly #weights: Weights
  readonly #usualLength: number
  /** By term its place among those of the question, from 1; 0 for all others. */
  readonly #places: Uint16Array | Uint32Array
  /** By place. */
  readonly #worth: Float32Array
  /** By place, in the sentence that is looked at. */
  readonly #times: Uint32Array
  readonly #met: Uint32Array
  #scores = new Float32Array(256)

  constructor(worth: ReadonlyMap<number, number>, usualLength: number, weights: Weights) {
    this.#weights = weights
    this.#usualLength = usualLength
    // Half as wide where it may be: it is looked into for every word of all texts.
    const Places = worth.size < 2 ** 16 ? Uint16Array : Uint32Array
    this.#places = new Places(1 + largestOf(worth))
    this.#worth = new Float32Array(worth.size + 1)
    this.#times = new Uint32Array(worth.size + 1)
    this.#met = new Uint32Array(worth.size + 1)
    for (const [at, [term, value]] of [...worth].entries()) {
      this.#places[term] = at + 1
      this.#worth[at + 1] = value
    }
  }

  /** `given`: what each sentence has for standing in this text. */
  score(text: IndexedText, given: number, best: Best): void {
    const { beside: share } = this.#weights
    const { from } = text
    const sentences = from.length - 1
    if (this.#scores.length < sentences) this.#scores = new Float32Array(sentences * 2)
    const scores = this.#scores
    this.#scoreWords(text, scores)
    for (let sentence = 0; sentence < sentences; sentence++) {
      const own = scores[sentence]!
      const before = sentence > 0 ? scores[sentence - 1]! : 0
      const after = sentence + 1 < sentences ? scores[sentence + 1]! : 0
      const isShort = from[sentence + 1]! - from[sentence]! < fewWords
      const beside = Math.max(before, after)
      const score = (own + share * beside + given) * (isShort ? 0.6 : 1)
      if (score > best.least) best.add({ text, sentence, own, beside, score })
    }
  }

  /** BM25 of each sentence. */
  #scoreWords({ from, words }: IndexedText, scores: Float32Array): void {
    const { k1, b } = this.#weights
    const places = this.#places
    const worth = this.#worth
    const times = this.#times
    const met = this.#met
    const terms = places.length
    for (let sentence = 0; sentence < from.length - 1; sentence++) {
      const first = from[sentence]!
      const end = from[sentence + 1]!
      let different = 0
      for (let at = first; at < end; at++) {
        const term = words[at]! & termBits
        const place = term < terms ? places[term]! : 0
        if (place === 0) continue
        if (times[place] === 0) met[different++] = place
        times[place]! += 1
      }
      let score = 0
      const held = k1 * (1 - b + (b * (end - first)) / this.#usualLength)
      for (let at = 0; at < different; at++) {
        const place = met[at]!
        score += (worth[place]! * times[place]! * (k1 + 1)) / (times[place]! + held)
        times[place] = 0
      }
      scores[sentence] = score
    }
  }
}

type Scored = Omit<Match, 'span'>

/** Keeps the best so many. Of two that are worth the same the one that came first. */
class Best {
  readonly #limit: number
  #kept: Scored[] = []
  least = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(match: Scored): void {
    this.#kept.push(match)
    if (this.#kept.length >= this.#limit * 4) this.#cut()
  }

  #cut(): void {
    this.#kept.sort((a, b) => b.score - a.score)
    this.#kept.length = Math.min(this.#kept.length, this.#limit)
    if (this.#kept.length === this.#limit) this.least = this.#kept.at(-1)!.score
  }

  sorted(): Match[] {
    this.#cut()
    return this.#kept.map((match) => ({
      ...match,
      span: { start: match.text.start[match.sentence]!, end: match.text.end[match.sentence]! },
    }))
  }
}
