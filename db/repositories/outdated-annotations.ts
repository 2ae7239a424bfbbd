import type { Database } from 'better-sqlite3'
import type { AnnotationId, DocumentId, TagId } from '../../preload/contract/ids.ts'

/** An annotation and where it begins. */
export interface AnnotationPlace {
  id: AnnotationId
  documentId: DocumentId
}

/** A place in the project. An annotation stands after it when it begins later, or there and is shorter, or is younger. */
export interface PlaceInProject {
  documentId: DocumentId
  /** Of the annotation that is there, in UTF-16 code units. */
  start: number
  end: number
  annotationId: number
}

const latest = Number.MAX_SAFE_INTEGER
const beginning = { start: -1, end: 0, annotationId: 0 }
const ending = { start: latest, end: 0, annotationId: latest }

/** Annotations that were made under an earlier definition of their tag and not looked at since. */
export function outdatedAnnotationRepository(database: Database) {
  const ofTags = `tag CROSS JOIN annotation ON tag_id = tag.id AND annotation.tag_version < tag.version`
  const selectByDocument = database
    .prepare<[DocumentId], AnnotationId>(
      `SELECT annotation.id FROM annotation JOIN tag ON tag.id = tag_id AND annotation.tag_version < tag.version
       WHERE document_id = ? ORDER BY annotation.id`,
    )
    .pluck()
  const selectByTag = database
    .prepare<[TagId], AnnotationId>(
      `SELECT annotation.id FROM ${ofTags} WHERE tag.id = ? ORDER BY annotation.id`,
    )
    .pluck()
  const countAll = database.prepare<[], number>(`SELECT count(*) FROM ${ofTags}`).pluck()
  const selectDocuments = database
    .prepare<[DocumentId], DocumentId>(
      `SELECT id FROM document WHERE present = 1 AND (id = ? OR id IN (SELECT document_id FROM ${ofTags}))
       ORDER BY position, id`,
    )
    .pluck()
  const selectFirst = database.prepare<[TagId], AnnotationPlace>(
    `SELECT annotation.id, annotation.document_id AS documentId
     FROM tag CROSS JOIN annotation ON tag_id = tag.id AND annotation.tag_version < tag.version
       JOIN document ON document.id = annotation.document_id
       JOIN span ON annotation_id = annotation.id AND span.position = 0
     WHERE tag.id = ? ORDER BY document.position, document.id, start, "end" DESC, annotation.id LIMIT 1`,
  )
  const confirm = database.prepare<[AnnotationId]>(
    `UPDATE annotation SET tag_version = (SELECT version FROM tag WHERE tag.id = tag_id) WHERE id = ?`,
  )
  const nearest = (reach: string, order: string) =>
    database
      .prepare<PlaceInProject, AnnotationId>(
        `SELECT annotation.id FROM span CROSS JOIN annotation ON annotation.id = annotation_id
           JOIN tag ON tag.id = tag_id AND annotation.tag_version < tag.version
         WHERE span.document_id = :documentId AND span.position = 0 AND ${reach} ORDER BY ${order} LIMIT 1`,
      )
      .pluck()
  const after = nearest(
    `start >= :start AND (start > :start OR "end" < :end OR ("end" = :end AND annotation_id > :annotationId))`,
    `start, "end" DESC, annotation_id`,
  )
  const before = nearest(
    `start <= :start AND (start < :start OR "end" > :end OR ("end" = :end AND annotation_id < :annotationId))`,
    `start DESC, "end", annotation_id DESC`,
  )

  return {
    idsByDocument: (id: DocumentId): AnnotationId[] => selectByDocument.all(id),
    idsByTag: (id: TagId): AnnotationId[] => selectByTag.all(id),
    /** In project order. */
    firstOfTag: (id: TagId): AnnotationPlace | undefined => selectFirst.get(id),
    count: (): number => countAll.get() ?? 0,
    /** They count as made under the present definition from now on. Tells how many were there. */
    confirm: (ids: readonly AnnotationId[]): number =>
      ids.reduce((sum, id) => sum + confirm.run(id).changes, 0),

    /** The next or previous one in project order, going round at the end; an annotation by its first span. */
    neighbour(from: PlaceInProject, step: 1 | -1): AnnotationPlace | undefined {
      const documents = selectDocuments.all(from.documentId)
      const order = step > 0 ? documents : documents.toReversed()
      const here = order.indexOf(from.documentId)
      const query = step > 0 ? after : before
      // The document it began in comes once more at the end, for what lies on the other side.
      for (const [index, documentId] of [...order.slice(here), ...order.slice(0, here + 1)].entries()) {
        const place = index === 0 ? from : { documentId, ...(step > 0 ? beginning : ending) }
        const id = query.get(place)
        if (id !== undefined) return { id, documentId }
      }
      return undefined
    },
  }
}
