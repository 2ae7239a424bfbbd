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
  const worthOf = termsOf(index, question, weights)
  const worth = asColumn(worthOf)
  const usualLength = index.words / Math.max(1, index.sentences)
  const best = new Best(limit)
  const slices = inSlices(signal)
  const about = weights.about > 0 ? await relatedness(index, question, slices) : undefined
  if (worthOf.size === 0 && !about?.size) return []
  // Texts that cannot have a better sentence than those already found are not looked through.
  const open: { text: IndexedText; given: number; most: number }[] = []
  for (const text of index.texts()) {
    if (question.without.has(text.id)) continue
    const given = weights.about * (about?.get(text.id) ?? 0)
    const most = given + sumOf(worth, text.terms) * (weights.k1 + 1) * (1 + weights.beside)
    if (most > 0) open.push({ text, given, most })
    const rest = slices.rest()
    if (rest) await rest
  }
  open.sort((one, other) => other.most - one.most)
  for (const { text, given, most } of open) {
    if (most <= best.least) break
    scoreText(text, { worth, given, usualLength, weights, best })
    const rest = slices.rest()
    if (rest) await rest
  }
  return best.sorted()
}

/** Sentences before and after a claim that tell what its text is about. */
const around = 20

/** How much each text is about the same as the surroundings of the question: 1 for the one that is most, 0 left out. */
async function relatedness(
  index: SentenceIndex,
  { at, without }: Question,
  slices: ReturnType<typeof inSlices>,
): Promise<Map<DocumentId, number>> {
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
  const rarity = asColumn(rarities)
  const related = new Map<DocumentId, number>()
  for (const { id, terms, words } of index.texts()) {
    if (without.has(id)) continue
    const shared = sumOf(rarity, terms)
    // A long text shares words with everything.
    if (shared > 0) related.set(id, shared / Math.sqrt(words.length))
    const rest = slices.rest()
    if (rest) await rest
  }
  let most = 0
  for (const share of related.values()) most = Math.max(most, share)
  for (const [id, share] of related) related.set(id, share / most)
  return related
}

/** What these terms have in a column together; those beyond it have nothing. */
function sumOf(column: Float32Array, terms: Int32Array): number {
  let sum = 0
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at]!
    if (term < column.length) sum += column[term]!
  }
  return sum
}

const rarityOf = (index: SentenceIndex, term: number): number => {
  const sentences = index.frequency(term)
  return Math.log(1 + (index.sentences - sentences + 0.5) / (sentences + 0.5))
}

/** By term, 0 where there is nothing. */
function asColumn(values: ReadonlyMap<number, number>): Float32Array {
  let most = -1
  for (const term of values.keys()) most = Math.max(most, term)
  const column = new Float32Array(most + 1)
  for (const [term, value] of values) column[term] = value
  return column
}

let scores = new Float32Array(0)

function scoreText(
  text: IndexedText,
  {
    worth,
    given,
    usualLength,
    weights: { k1, b, beside: share },
    best,
  }: { worth: Float32Array; given: number; usualLength: number; weights: Weights; best: Best },
): void {
  const { from, words } = text
  const sentences = from.length - 1
  if (scores.length < sentences) scores = new Float32Array(sentences * 2)
  const terms = worth.length
  for (let sentence = 0; sentence < sentences; sentence++) {
    const first = from[sentence]!
    const end = from[sentence + 1]!
    let score = 0
    for (let at = first; at < end; at++) {
      const term = words[at]! & termBits
      if (term >= terms || worth[term] === 0) continue
      const times = timesOf(term, words, first, at, end)
      if (times === 0) continue
      const length = 1 - b + (b * (end - first)) / usualLength
      score += (worth[term]! * times * (k1 + 1)) / (times + k1 * length)
    }
    scores[sentence] = score
  }
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

/** How often a term stands in a sentence; 0 where it stood there before `at`, and was counted. */
function timesOf(term: number, words: Int32Array, first: number, at: number, end: number): number {
  for (let before = first; before < at; before++) if ((words[before]! & termBits) === term) return 0
  let times = 1
  for (let after = at + 1; after < end; after++) if ((words[after]! & termBits) === term) times++
  return times
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
