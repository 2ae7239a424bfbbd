import { sentencesOf } from '../../../sentences.ts'

/** Starts and ends, one after the other, in UTF-16 code units. */
export interface Segments {
  sentences: readonly number[]
  tokens: readonly number[]
}

/**
 * Sentences and words, without which INCEpTION shows no text, by the rules of Unicode for the language of the document.
 * No sentence goes beyond a line, as blocks end there. No sentence or word begins or ends with white space, none is
 * empty, and all that is no white space is in one.
 */
export function segmentsOf(text: string, language: string): Segments {
  const sentences: number[] = []
  const tokens: number[] = []
  // Not the language that a machine is set to: the same text gives the same everywhere.
  const spoken = known(language) ?? 'en'
  const byWord = new Intl.Segmenter(spoken, { granularity: 'word' })
  for (const { start, end } of sentencesOf(text, spoken)) {
    sentences.push(start, end)
    for (const { segment, index } of byWord.segment(text.slice(start, end))) {
      const word = segment.trim()
      const from = start + index + segment.indexOf(word)
      if (word !== '') tokens.push(from, from + word.length)
    }
  }
  return { sentences, tokens }
}

function known(language: string): string | undefined {
  try {
    return Intl.Segmenter.supportedLocalesOf(language)[0]
  } catch {
    return undefined
  }
}
