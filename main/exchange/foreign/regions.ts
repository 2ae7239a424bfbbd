import type * as Data from '../dataset.ts'
import { byCodePoint } from '../dataset-order.ts'

/** What an annotation becomes: one region for each of its spans, the first with its own id. */
export interface Region {
  id: string
  start: number
  end: number
  annotation: Data.Annotation
}

/** In the order of the text. `isTaken` are ids of annotations, which no further region may have. */
export function regionsOf(
  annotations: readonly Data.Annotation[],
  isTaken: (id: string) => boolean,
): Region[] {
  const regions = annotations.flatMap((annotation) =>
    annotation.spans.map(({ start, end }, index) => {
      let id = index === 0 ? annotation.id : `${annotation.id}/${index + 1}`
      while (index > 0 && isTaken(id)) id += '/'
      return { id, start, end, annotation }
    }),
  )
  return regions.sort((a, b) => a.start - b.start || a.end - b.end || byCodePoint(a.id, b.id))
}
