/** Starts and ends, one after the other, in UTF-16 code units. */
export interface Segments {
  sentences: readonly number[]
  tokens: readonly number[]
}

/**
 * Sentences and words, without which INCEpTION shows no text. No sentence goes beyond a line, as blocks end there; none
 * begins or ends with white space, and none is empty.
 */
export function segmentsOf(text: string): Segments {
  const sentences: number[] = []
  const tokens: number[] = []
  let start = 0
  for (const line of text.split('\n')) {
    for (const { segment, index } of bySentence.segment(line)) {
      const words = segment.trim()
      if (words === '') continue
      const from = start + index + segment.indexOf(words)
      sentences.push(from, from + words.length)
      for (const { segment: word, index: at } of byWord.segment(words)) {
        if (word.trim() !== '') tokens.push(from + at, from + at + word.length)
      }
    }
    start += line.length + 1
  }
  return { sentences, tokens }
}

// The same text gives the same everywhere, whatever language a machine is set to.
const bySentence = new Intl.Segmenter('en', { granularity: 'sentence' })
const byWord = new Intl.Segmenter('en', { granularity: 'word' })
