import { AnnotationId, AnnotatorId, DocumentId, TagId } from '../../preload/contract/ids.ts'
import { createDocumentView, type ShownTag } from '../../renderer/document/index.ts'
import type { Annotator } from './annotator.ts'

const colors = ['#2563eb', '#dc2626', '#ca8a04', '#059669', '#7c3aed']
const roles = ['claim', 'rebuttal', 'premise', 'none', 'none'] as const

/** The product’s text view. */
export const ownAnnotator: Annotator = (place, text, columns) => {
  const view = createDocumentView(place, text, {})
  const ids = [...new Set(columns.tag)]
  view.setTags(ids.map(tagOf))
  view.setAnnotations(columns)
  const idOf = (number: number) => AnnotationId.parse(1_000_000 + number)
  return {
    add(span, number) {
      const brief = {
        id: idOf(number),
        documentId: DocumentId.parse(text.id),
        tagId: TagId.parse(ids[number % ids.length]),
        tagVersion: 1,
        annotatorId: AnnotatorId.parse(1),
        claimId: null,
        speakerId: null,
        spans: [span],
      }
      view.patchAnnotations({ upserted: [brief], removed: [] })
    },
    remove: (number) => view.patchAnnotations({ upserted: [], removed: [idOf(number)] }),
    end: () => view.destroy(),
  }
}

const tagOf = (id: number): ShownTag => ({
  id: TagId.parse(id),
  name: `Tag ${id}`,
  color: colors[id % colors.length]!,
  role: roles[id % roles.length]!,
  show: 'full',
})
