import { joinedSentences } from '../preload/contract/sentence-joints.ts'
import type { Span } from '../preload/contract/text.ts'

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The sentences of a text by the rules of Unicode for its language, in order, without the space around them. A line
 * end ends one. Lazy: a long text may be read a little at a time.
 */
export function* sentencesOf(text: string, language: string): Generator<Span> {
  for (const { start, end } of joinedSentences(text, segmenterFor(language), language)) {
    const span = withoutSpace(text, start, end)
    if (span) yield span
  }
}

function withoutSpace(text: string, from: number, to: number): Span | undefined {
  let [start, end] = [from, to]
  while (start < end && text[start]!.trim() === '') start++
  while (end > start && text[end - 1]!.trim() === '') end--
  return start < end ? { start, end } : undefined
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const segmenter = new Intl.Segmenter(localeOf(language), { granularity: 'sentence' })
  segmenters.set(language, segmenter)
  return segmenter
}

function localeOf(language: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(language)[0]
  } catch {
    return undefined
  }
}
