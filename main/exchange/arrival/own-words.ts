import type { IncomingAnnotation } from '../formats/annotation-format.ts'

/** What is taken of the text on either side, in UTF-16 code units. */
const contextLength = 32

/**
 * An annotation with the words that it can be looked for by and what stands around them. Where its file does not say
 * them, they are those of `text`, which came with it and in which its spans are.
 */
export function withOwnWords(annotation: IncomingAnnotation, text: string): IncomingAnnotation {
  const { spans, quote, prefix, suffix } = annotation
  const [first, last] = [spans?.[0], spans?.at(-1)]
  if (!spans || !first || !last || (quote !== null && prefix + suffix !== '')) return annotation
  const words = spans.map(({ start, end }) => text.slice(start, end))
  const isTheirs = quote === null ? words.every((one) => one !== '') : words.join('\n') === quote.join('\n')
  // Of spans that are not where the words are, nothing is known of what stands around these.
  if (!isTheirs) return annotation
  return {
    ...{ ...annotation, quote: words },
    prefix: text.slice(Math.max(0, first.start - contextLength), first.start),
    suffix: text.slice(last.end, last.end + contextLength),
  }
}
