import { annotationsInTexts } from '../../annotations-in-texts.ts'
import type { Annotation, Dataset } from '../../dataset.ts'

/** In code points. */
export type PlacedSpan = { start: number; end: number }

/** An annotation with what its text says of it. */
export interface Placed {
  annotation: Annotation
  /** In code points. */
  spans: PlacedSpan[]
  quote: string[]
  /** Whom the turn names that it begins in; '' outside of such turns. */
  turn: string
}

/** Each annotation in order, with its words. Asks for each text once. */
export function* placed(dataset: Dataset): Generator<Placed> {
  for (const { annotation, text, points, turn } of annotationsInTexts(dataset)) {
    yield {
      annotation,
      spans: annotation.spans.map(({ start, end }) => ({
        start: points.fromUtf16(start)!,
        end: points.fromUtf16(end)!,
      })),
      quote: annotation.spans.map(({ start, end }) => text.slice(start, end)),
      turn,
    }
  }
}
