import type { Database, Statement } from 'better-sqlite3'
import type { AttributeValues, Sought } from '../../preload/contract/annotation.ts'
import type { AnnotationId, DocumentId, TagId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'

/** An annotation where it begins. */
export interface SoughtAnnotation extends Span {
  id: AnnotationId
  tagId: TagId
  attributes: AttributeValues
}

interface Row extends Omit<SoughtAnnotation, 'attributes'> {
  attributes: string
}
interface Asked {
  documentId: DocumentId
  start: number
  hidden: string
  tagId?: TagId
}

const conditions: Record<Sought['kind'], string> = {
  any: '1',
  tag: 'tag_id = :tagId',
  // Whether something is linked to it, or stands against it, is told by whoever has the whole argument.
  unlinked: '1',
  unanswered: `role = 'claim'`,
  awaiting: `tag.attributes <> '[]'`,
}

/** Annotations in reading order that have something in common; no more of them are read than are asked for. */
export function soughtAnnotationRepository(database: Database) {
  const select = (kind: Sought['kind'], reaches: string, order: string) =>
    database.prepare<[Asked], Row>(
      `SELECT annotation.id, tag_id AS tagId, annotation.attributes, start, "end"
       FROM span CROSS JOIN annotation ON annotation.id = annotation_id CROSS JOIN tag ON tag.id = tag_id
       WHERE span.document_id = :documentId AND span.position = 0 AND start ${reaches} :start
         AND tag_id NOT IN (SELECT value FROM json_each(:hidden)) AND ${conditions[kind]}
       ORDER BY ${order}`,
    )
  const kinds = Object.keys(conditions) as Sought['kind'][]
  const all = (reaches: string, order: string) =>
    new Map<Sought['kind'], Statement<[Asked], Row>>(
      kinds.map((kind) => [kind, select(kind, reaches, order)]),
    )
  const forwards = all('>=', 'start, "end" DESC, annotation_id')
  const backwards = all('<=', 'start DESC, "end", annotation_id DESC')

  return {
    /** Those that begin at `start` or beyond it, in reading order or against it. Nothing may be written meanwhile. */
    *from(
      documentId: DocumentId,
      start: number,
      step: 1 | -1,
      sought: Sought,
      hidden: readonly TagId[],
    ): Generator<SoughtAnnotation> {
      const statement = (step > 0 ? forwards : backwards).get(sought.kind)!
      const asked = {
        documentId,
        start,
        hidden: JSON.stringify(hidden),
        ...(sought.kind === 'tag' && { tagId: sought.tagId }),
      }
      for (const { attributes, ...row } of statement.iterate(asked))
        yield { ...row, attributes: JSON.parse(attributes) }
    },
  }
}
