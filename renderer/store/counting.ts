import type { DocumentText } from '../../preload/contract/document.ts'
import type { Span } from '../../preload/contract/text.ts'

/** A number with its noun, as it is read out. */
export function countOf(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`
}

/** How many of all are shown: “3 of 12 claims”, or “12 claims”. */
export function countShown(shown: number, all: number, noun: string): string {
  const whole = countOf(all, noun)
  return shown < all ? `${shown.toLocaleString('en')} of ${whole}` : whole
}

/** Words of a stretch of text, as the document’s language divides them. */
export function countWords(
  { text, language }: Pick<DocumentText, 'text' | 'language'>,
  { start, end }: Span,
): number {
  let words = 0
  for (const part of segmenterFor(language).segment(text.slice(start, end))) if (part.isWordLike) words += 1
  return words
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  const segmenter = new Intl.Segmenter(isLanguage(language) ? language : undefined, { granularity: 'word' })
  segmenters.set(language, segmenter)
  return segmenter
}

function isLanguage(language: string): boolean {
  try {
    return language !== '' && Intl.getCanonicalLocales(language).length > 0
  } catch {
    return false
  }
}
