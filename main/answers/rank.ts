import type { DocumentId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import { isSmallWord } from './languages.ts'
import { type IndexedText, type SentenceIndex, termIn } from './sentence-index.ts'
import { inSlices } from './slices.ts'
import { folded, isNumber, wordPattern } from './terms.ts'

/** What is looked for: the words of a claim. */
export interface Question {
  words: string
  language: string
  /** Documents that are left out: the claim’s own. */
  without: ReadonlySet<DocumentId>
  /** Terms of names that the project knows: of its speakers. */
  names: ReadonlySet<string>
}

/** A sentence, by what it shares with the question. */
export interface Match {
  text: IndexedText
  /** Which sentence of the text. */
  sentence: number
  span: Span
  /** What its words are worth, and those of the sentences beside it. */
  score: number
  /** Of its own words alone. */
  own: number
}

/** How much each sign counts. Set by hand on the first of the three disputes of bench/answers; docs/answers.md tells. */
export interface Weights {
  /** BM25: how soon a word that comes again counts no more, and how much a long sentence is held back. */
  k1: number
  b: number
  /** By how much a shared name or number counts more than another word. */
  name: number
  number: number
  /** How much of the better neighbour’s worth a sentence has too: an answer often follows what it answers. */
  beside: number
}

export const usualWeights: Weights = { k1: 1.2, b: 0.4, name: 1.3, number: 1.6, beside: 0.35 }

/** Plain BM25 over sentences. */
export const plainWeights: Weights = { ...usualWeights, name: 1, number: 1, beside: 0 }

/** Shorter ones are headlines and exclamations, which BM25 would put first. */
const fewWords = 5

/** The words of a question that tell what it is about, with what a sentence gets for each. */
export function termsOf(index: SentenceIndex, question: Question, weights: Weights): Map<number, number> {
  const worth = new Map<number, number>()
  for (const [word] of question.words.matchAll(wordPattern)) {
    if (isSmallWord(folded(word), question.language)) continue
    const term = index.find(word)
    if (term === undefined || worth.has(term)) continue
    const sentences = index.frequency(term)
    const rarity = Math.log(1 + (index.sentences - sentences + 0.5) / (sentences + 0.5))
    const isName = index.isName(term) || question.names.has(folded(word))
    const more = isNumber(word) ? weights.number : isName ? weights.name : 1
    worth.set(term, rarity * more)
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
  if (worthOf.size === 0) return []
  const worth = new Float32Array(Math.max(...worthOf.keys()) + 1)
  for (const [term, value] of worthOf) worth[term] = value
  const usualLength = index.words / Math.max(1, index.sentences)
  const best = new Best(limit)
  const slices = inSlices(signal)
  for (const text of index.texts()) {
    if (!question.without.has(text.id)) scoreText(text, worth, usualLength, weights, best)
    const rest = slices.rest()
    if (rest) await rest
  }
  return best.sorted()
}

let scores = new Float32Array(0)

function scoreText(
  text: IndexedText,
  worth: Float32Array,
  usualLength: number,
  { k1, b, beside }: Weights,
  best: Best,
): void {
  const { from, words } = text
  const sentences = from.length - 1
  if (scores.length < sentences) scores = new Float32Array(sentences * 2)
  const terms = worth.length
  let isAny = false
  for (let sentence = 0; sentence < sentences; sentence++) {
    const first = from[sentence]!
    const end = from[sentence + 1]!
    let score = 0
    for (let at = first; at < end; at++) {
      const term = termIn(words[at]!)
      if (term >= terms || worth[term] === 0) continue
      let times = 1
      for (let before = first; before < at; before++) if (termIn(words[before]!) === term) times = 0
      if (times === 0) continue
      for (let after = at + 1; after < end; after++) if (termIn(words[after]!) === term) times++
      const length = 1 - b + (b * (end - first)) / usualLength
      score += (worth[term]! * times * (k1 + 1)) / (times + k1 * length)
    }
    scores[sentence] = end - first < fewWords ? score * 0.6 : score
    if (score > 0) isAny = true
  }
  if (!isAny) return
  for (let sentence = 0; sentence < sentences; sentence++) {
    const own = scores[sentence]!
    const before = sentence > 0 ? scores[sentence - 1]! : 0
    const after = sentence + 1 < sentences ? scores[sentence + 1]! : 0
    const score = own + beside * Math.max(before, after)
    if (score > best.least) best.add({ text, sentence, own, score })
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
