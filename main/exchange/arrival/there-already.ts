import type { Repositories } from '../../../db/repositories/index.ts'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import type * as Data from '../dataset.ts'
import type { ownRecords } from './own-records.ts'

/**
 * How many annotations that arrive stand in the project already under another id: the same passage, tag and annotator,
 * as when the same work is brought in from two formats. One without an annotator is that of `me`, by name. It pauses
 * after each.
 */
export function* countThereAlready(
  { annotations, annotators, tags }: Repositories,
  arriving: readonly Data.Annotation[],
  own: ReturnType<typeof ownRecords>,
  me: string,
): Generator<void, number> {
  const tagIds = new Map(tags.list().map(({ id, uid }) => [uid, id]))
  const people = annotators.list()
  const annotatorIds = new Map(people.map(({ id, uid }) => [uid, id]))
  const myself = people.find(({ name }) => name === me)?.id
  let count = 0
  for (const { id, document, tag, annotator, spans } of arriving) {
    const [tagId, annotatorId] = [tagIds.get(tag), annotator === '' ? myself : annotatorIds.get(annotator)]
    const isNew = !own.has('annotation', id) && own.has('document', document)
    if (isNew && tagId !== undefined && annotatorId !== undefined) {
      const documentId = own.rowId('document', document) as DocumentId
      if (annotations.findSame({ documentId, tagId, annotatorId, spans }) !== undefined) count += 1
    }
    yield
  }
  return count
}
