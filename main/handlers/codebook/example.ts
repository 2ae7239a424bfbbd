import type { Repositories } from '../../../db/repositories/index.ts'
import type { Annotation } from '../../../preload/contract/annotation.ts'

/**
 * An annotation as an example of its tag: its words in quotation marks, and where they stand. Of several spans the
 * words in between are left out.
 */
export function exampleOf(annotation: Annotation, { documents, revisions }: Repositories): string {
  const { title, metadata } = documents.get(annotation.documentId)
  const { blocks } = revisions.get(documents.revisionOf(annotation.documentId))
  const start = annotation.spans[0]!.start
  const paragraph = blocks.findIndex((block) => start <= block.end) + 1
  const words = annotation.quote.map((quote) => quote.replace(/\s+/gu, ' ').trim()).join(' […] ')
  const where = [title, metadata.date, `paragraph ${paragraph}`].filter(Boolean).join(', ')
  return `“${words}” (${where})`
}
