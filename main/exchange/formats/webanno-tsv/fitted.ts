import type { Span } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import { inDatasetOrder } from '../../dataset-order.ts'

/**
 * The dataset with passages that begin and end with a word: rows are words, and what lies in the space between them
 * has none. Passages of white space alone are gone; links onto them stay, and lead nowhere.
 */
export function fitted(dataset: Data.Dataset): Data.Dataset {
  const byDocument = Map.groupBy(dataset.annotations, ({ document }) => document)
  const changed = new Map<string, Span[]>()
  for (const [document, annotations] of byDocument) {
    const { text } = dataset.textOf(document)
    for (const { id, spans } of annotations) {
      if (spans.some(({ start, end }) => isBlank(text[start]!) || isBlank(text[end - 1]!))) {
        changed.set(
          id,
          spans.flatMap((span) => withoutBlanks(text, span)),
        )
      }
    }
  }
  const annotations = dataset.annotations.flatMap((annotation) => {
    const spans = changed.get(annotation.id)
    if (!spans) return [annotation]
    return spans.length > 0 ? [{ ...annotation, spans }] : []
  })
  // What has lost an edge may come after another one now.
  return inDatasetOrder({ ...dataset, annotations }, asTheirRows)
}

/**
 * Of passages that begin and end at the same places, the one whose first part is longer has its row first, so
 * whoever reads the rows has them in this order, whatever their ids.
 */
const asTheirRows = (a: Data.Annotation, b: Data.Annotation): number => b.spans[0]!.end - a.spans[0]!.end

function withoutBlanks(text: string, { start, end }: Span): Span[] {
  while (start < end && isBlank(text[start]!)) start++
  while (end > start && isBlank(text[end - 1]!)) end--
  return start < end ? [{ start, end }] : []
}

const isBlank = (character: string): boolean => character.trim() === ''
