import type { OpenProject } from '../db/open-project.ts'
import type { Committed } from '../db/undo/history.ts'
import type { Travelled } from '../preload/contract/history.ts'
import type { AnnotationId, DocumentId, LinkId } from '../preload/contract/ids.ts'
import type { Span } from '../preload/contract/text.ts'
import { imagesOf, rowsTouched } from './rows-touched.ts'

type Seen = Omit<NonNullable<Travelled['place']>, 'others'>

// A step with no place among so many changes is an import, and its documents come first.
const mostLookedAt = 2000

/** Where a step can be seen now: at an annotation that is there, else in a document; null where at no place. */
export function placeOf({ repositories }: OpenProject, committed: Committed): Travelled['place'] {
  const rows = rowsTouched(committed.changes(mostLookedAt))
  const { annotatedInStep: inStep, annotations, documents, links } = repositories

  const atAnnotation = (id: unknown): Seen | undefined => {
    const brief = id ? annotations.findBrief(id as AnnotationId) : undefined
    return brief && { documentId: brief.documentId, annotationId: brief.id, span: null }
  }
  const inDocument = (id: unknown, span: Span | null = null): Seen | undefined =>
    documents.find(id as DocumentId) && { documentId: id as DocumentId, annotationId: null, span }
  /** Its words were those of the same text: what changed the text is undone before what was done in it. */
  const spanThatWas = (annotation: number): Span | null => {
    const image = imagesOf(rows.span).find((one) => one.annotation_id === annotation && one.position === 0)
    return image ? { start: Number(image.start), end: Number(image.end) } : null
  }

  function* places(): Generator<Seen | undefined> {
    for (const id of rows.annotation.keys()) yield atAnnotation(id)
    for (const { annotation_id } of imagesOf(rows.span)) yield atAnnotation(annotation_id)
    for (const id of rows.link.keys()) {
      const link = links.find(id as LinkId)
      for (const end of link ? [link.source, link.target] : [])
        yield 'annotation' in end ? atAnnotation(end.annotation) : undefined
    }
    for (const { source_annotation_id, target_annotation_id } of imagesOf(rows.link)) {
      yield atAnnotation(source_annotation_id)
      yield atAnnotation(target_annotation_id)
    }
    for (const [id, images] of rows.annotation) yield inDocument(images[0]?.document_id, spanThatWas(id))
    for (const id of rows.document.keys()) yield inDocument(id)
  }
  for (const place of places()) {
    if (place === undefined) continue
    // However many changes there are: those looked at may lie in few of the documents.
    const others = committed.direction === 'undone' ? inStep.othersInUndone : inStep.othersInDone
    return { ...place, others: others(place.documentId) }
  }
  return null
}
