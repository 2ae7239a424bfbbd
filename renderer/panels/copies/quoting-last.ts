import type { Annotation } from '../../../preload/contract/annotation.ts'
import type { AnnotationId } from '../../../preload/contract/ids.ts'

const marks = /["“”„«»‹›「」『』《》〝〞＂]/u

/** The first two with the one that seems to quote last: it alone has quotation marks, or its document is the later. */
export function quotingLast(
  annotations: readonly Annotation[],
  dateOf: (annotation: Annotation) => string,
): [AnnotationId, AnnotationId] {
  const [first, second] = annotations as [Annotation, Annotation, ...Annotation[]]
  const quotes = (one: Annotation) => Number(marks.test(one.quote.join(' ')))
  const later = (one: Annotation, other: Annotation) => dateOf(one) > dateOf(other) && dateOf(other) !== ''
  const isFirstQuoting =
    quotes(first) === quotes(second) ? later(first, second) : quotes(first) > quotes(second)
  return isFirstQuoting ? [second.id, first.id] : [first.id, second.id]
}
