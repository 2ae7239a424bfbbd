import type { SentenceIndex } from '../../main/answers/sentence-index.ts'
import type { Span } from '../../preload/contract/text.ts'
import type { LinkedText } from './pairs.ts'

const k1 = 1.2
const b = 0.75

/** BM25 as in a textbook, over whole words in small letters: what candidate answers are measured against. */
export function plainBm25(
  texts: readonly LinkedText[],
  index: SentenceIndex,
  question: string,
  without: number,
  limit: number,
): { documentId: number; span: Span }[] {
  const sentences = index.texts().flatMap(({ id, start, end }) =>
    [...start].map((from, at) => {
      const span = { start: from, end: end[at]! }
      const { text } = texts.find((one) => one.id === id)!
      return { documentId: id as number, span, words: wordsOf(text.slice(span.start, span.end)) }
    }),
  )
  const usual = sentences.reduce((sum, { words }) => sum + words.length, 0) / sentences.length
  const asked = [...new Set(wordsOf(question))].map((word) => {
    const having = sentences.filter(({ words }) => words.includes(word)).length
    return { word, rarity: Math.log(1 + (sentences.length - having + 0.5) / (having + 0.5)) }
  })
  const score = (words: readonly string[]) =>
    asked.reduce((sum, { word, rarity }) => {
      const times = words.filter((one) => one === word).length
      return sum + (rarity * times * (k1 + 1)) / (times + k1 * (1 - b + (b * words.length) / usual))
    }, 0)
  return sentences
    .filter(({ documentId }) => documentId !== without)
    .map((sentence) => ({ ...sentence, score: score(sentence.words) }))
    .filter((sentence) => sentence.score > 0)
    .sort((a, c) => c.score - a.score)
    .slice(0, limit)
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
