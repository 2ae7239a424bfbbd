import type { Database } from 'better-sqlite3'
import type { Answerable } from '../../preload/contract/answer.ts'
import type { AnnotationId, ClaimId, DocumentId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'

interface Passage extends Span {
  documentId: DocumentId
  quote: string
}

export interface NewDismissal {
  to: Answerable
  documentId: DocumentId
  span: Span
  quote: string
  created: string
}

/** Passages that were found not to answer a claim, and those that are linked to it. */
export function judgedAnswerRepository(database: Database) {
  const columns = `document_id AS documentId, start, "end", quote`
  const selectByClaim = database.prepare<{ id: ClaimId }, Passage>(
    `SELECT ${columns} FROM dismissed_answer WHERE claim_id = :id
     UNION ALL
     SELECT dismissed.document_id, start, "end", quote FROM annotation
       CROSS JOIN dismissed_answer AS dismissed ON dismissed.annotation_id = annotation.id
     WHERE annotation.claim_id = :id`,
  )
  const selectByAnnotation = database.prepare<[AnnotationId], Passage>(
    `SELECT ${columns} FROM dismissed_answer WHERE annotation_id = ?`,
  )
  const insert = database.prepare(
    `INSERT INTO dismissed_answer (annotation_id, claim_id, document_id, start, "end", quote, created)
     VALUES (:annotationId, :claimId, :documentId, :start, :end, :quote, :created)`,
  )
  const remove = database.prepare(
    `DELETE FROM dismissed_answer WHERE document_id = :documentId AND quote = :quote AND (
       annotation_id = :annotationId OR claim_id = :claimId
       OR annotation_id IN (SELECT id FROM annotation WHERE claim_id = :claimId))`,
  )
  const removeByDocument = database.prepare<[DocumentId]>(
    `DELETE FROM dismissed_answer WHERE document_id = ?`,
  )
  const countAll = database.prepare<[], number>(`SELECT count(*) FROM dismissed_answer`).pluck()
  const linkedTo = (end: 'annotation' | 'claim') =>
    database.prepare<{ id: number }, Passage>(
      `WITH other (id) AS (
         SELECT source_annotation_id FROM link WHERE target_${end}_id = :id
         UNION SELECT target_annotation_id FROM link WHERE source_${end}_id = :id)
       SELECT document_id AS documentId, start, "end", quote FROM other CROSS JOIN span ON annotation_id = other.id`,
    )
  const selectLinked = { annotation: linkedTo('annotation'), claim: linkedTo('claim') }

  return {
    /** For an annotation that states a claim also what is dismissed for the claim; for a claim also for its mentions. */
    dismissed(annotationId: AnnotationId | null, claimId: ClaimId | null): Passage[] {
      const ofClaim = claimId === null ? [] : selectByClaim.all({ id: claimId })
      return annotationId === null ? ofClaim : [...ofClaim, ...selectByAnnotation.all(annotationId)]
    },

    /** The passages of annotations that any link ties to one of these. */
    linked: (annotations: readonly AnnotationId[], claimId: ClaimId | null): Passage[] => [
      ...annotations.flatMap((id) => selectLinked.annotation.all({ id })),
      ...(claimId === null ? [] : selectLinked.claim.all({ id: claimId })),
    ],

    insert: ({ to, span, ...rest }: NewDismissal): void =>
      void insert.run({ ...rest, ...span, ...endsOf(to) }),

    /** Whatever it was dismissed for: the annotation, the claim it states, or another mention of that. Tells how many. */
    delete: (
      annotationId: AnnotationId | null,
      claimId: ClaimId | null,
      passage: Pick<Passage, 'documentId' | 'quote'>,
    ): number => remove.run({ annotationId, claimId, ...passage }).changes,
    deleteByDocument: (id: DocumentId): number => removeByDocument.run(id).changes,
    count: (): number => countAll.get() ?? 0,
  }
}

const endsOf = (to: Answerable) => ({
  annotationId: 'annotation' in to ? to.annotation : null,
  claimId: 'claim' in to ? to.claim : null,
})
