import type { CandidateAnswer, Cue, CueList } from '../../preload/contract/answer.ts'
import { baseLanguage } from '../../preload/contract/base-language.ts'
import type { DocumentId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import { cueFinder } from './cues.ts'
import { isSmallWord } from './languages.ts'
import { bestMatches, type Match, type Question } from './rank.ts'
import type { SentenceIndex } from './sentence-index.ts'
import { folded, isNumber, termOf, wordPattern } from './terms.ts'

/** What is known of a passage besides its words. */
export type Judge = (match: Match, words: string) => CandidateAnswer['judged']

export interface CandidateOptions {
  judge?: Judge
  speakerOf?: (match: Match) => Pick<CandidateAnswer, 'speaker' | 'isSameSpeaker'>
  /** Passages that are no candidates at all: those that state the claim. */
  isLeftOut?: (match: Match) => boolean
  /** Of those that nobody has judged; those that somebody has come after them. */
  limit: number
  signal?: AbortSignal
}

/** Sentences that are looked at for cues: the best by words alone. */
const looked = 300

const worthOfDenial = 1.3
const worthOfContrast = 1.12
/** Of a sentence that says what the claim says, in its words and without a cue: it repeats and does not answer. */
const worthOfRepeating = 0.5
/** Of what the one who makes the claim says elsewhere: people seldom answer themselves. */
const worthOfSameSpeaker = 0.6

const unknown = { speaker: '', isSameSpeaker: false }

/** The passages that may answer a question, the likeliest first, each with the reasons why. */
export async function candidatesFor(
  {
    index,
    textOf,
    cues,
  }: { index: SentenceIndex; textOf: (id: DocumentId) => string; cues: readonly CueList[] },
  question: Question,
  { judge = () => null, speakerOf = () => unknown, isLeftOut = () => false, limit, signal }: CandidateOptions,
): Promise<CandidateAnswer[]> {
  const matches = await bestMatches(index, question, {
    limit: Math.max(looked, limit),
    ...(signal && { signal }),
  })
  const asked = askedTerms(question)
  const finders = new Map<string, ReturnType<typeof findersOf>>()
  const findersFor = (language: string) => {
    const base = baseLanguage(language)
    const known = finders.get(base) ?? findersOf(cues.find((list) => list.language === base))
    finders.set(base, known)
    return known
  }
  const candidates = matches
    .filter((match) => !isLeftOut(match))
    .map((match) => {
      const words = textOf(match.text.id).slice(match.span.start, match.span.end)
      const found = findersFor(match.text.readIn)(words)
      return candidateOf(match, {
        ...{ words, found, asked, index, question },
        judged: judge(match, words),
        ...speakerOf(match),
      })
    })
  candidates.sort((a, b) => b.score - a.score)
  const judgedAs = (judged: CandidateAnswer['judged']) => candidates.filter((one) => one.judged === judged)
  return [...judgedAs(null).slice(0, limit), ...judgedAs('linked'), ...judgedAs('dismissed')]
}

function candidateOf(
  match: Match,
  given: {
    words: string
    found: Cue[]
    asked: ReadonlySet<string>
    index: SentenceIndex
    question: Question
    judged: CandidateAnswer['judged']
    speaker: string
    isSameSpeaker: boolean
  },
): CandidateAnswer {
  const { words, found, asked, index, question, judged, speaker, isSameSpeaker } = given
  const lit: Span[] = []
  const shared = new Map<string, string>()
  const all = new Set<string>()
  for (const { 0: word, index: start } of words.matchAll(wordPattern)) {
    const term = termOf(word)
    if (!isSmallWord(folded(word), match.text.readIn)) all.add(term)
    if (!asked.has(term)) continue
    lit.push({ start, end: start + word.length })
    if (!shared.has(term)) shared.set(term, word)
  }
  const isName = (word: string) => {
    const term = index.find(word)
    return question.names.has(folded(word)) || (term !== undefined && index.isName(term))
  }
  const numbers = [...shared.values()].filter(isNumber)
  const others = [...shared.values()].filter((word) => !isNumber(word))
  const denies = found.some(({ kind }) => kind === 'denial')
  const contrasts = found.some(({ kind }) => kind === 'contrast')
  const repeats =
    found.length === 0 && shared.size > 2 && shared.size >= 0.75 * Math.max(asked.size, all.size)
  const score =
    match.score *
    (denies ? worthOfDenial : 1) *
    (contrasts ? worthOfContrast : 1) *
    (repeats ? worthOfRepeating : 1) *
    (isSameSpeaker ? worthOfSameSpeaker : 1)
  return {
    documentId: match.text.id,
    span: match.span,
    words,
    score,
    lit,
    shared: others.filter((word) => !isName(word)),
    names: others.filter(isName),
    numbers,
    cues: found,
    isBeside: match.beside > match.own,
    repeats,
    speaker,
    isSameSpeaker,
    judged,
  }
}

function askedTerms({ words, language }: Question): Set<string> {
  const terms = [...words.matchAll(wordPattern)].filter(([word]) => !isSmallWord(folded(word), language))
  return new Set(terms.map(([word]) => termOf(word)))
}

/** Each cue once, as it stands first. */
function findersOf(list: CueList | undefined): (words: string) => Cue[] {
  const denial = cueFinder(list?.denial ?? [])
  const contrast = cueFinder(list?.contrast ?? [])
  const once = (words: string[]) => [...new Map(words.map((word) => [word.toLowerCase(), word])).values()]
  return (words) => [
    ...once(denial(words)).map((found): Cue => ({ kind: 'denial', words: found })),
    ...once(contrast(words)).map((found): Cue => ({ kind: 'contrast', words: found })),
  ]
}
