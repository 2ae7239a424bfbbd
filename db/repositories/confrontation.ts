import type { Database } from 'better-sqlite3'
import type { ClaimId, DocumentId } from '../../preload/contract/ids.ts'

/** A document by which claims and answers are sorted. */
export interface SortedDocument {
  id: DocumentId
  date: string
}

const annotationNames = ['id', 'document', 'claim', 'speaker', 'tag'] as const
const linkNames = [
  ...['id', 'type', 'sourceAnnotation', 'sourceClaim', 'sourceLink'],
  ...['targetAnnotation', 'targetClaim', 'targetLink'],
] as const

/** Rows of a piece of a table, as columns. */
export type Columns<Name extends string> = Record<Name, number[]>
export type AnnotationPiece = Columns<(typeof annotationNames)[number]>
export type LinkPiece = Columns<
  'id' | 'type' | `source${'Annotation' | 'Claim' | 'Link'}` | `target${'Annotation' | 'Claim' | 'Link'}`
>

/**
 * All that claims and answers are put together from: whole tables, in pieces that take a few milliseconds each, 0 for
 * what is not there. A JSON text a column, which costs half of what rows do.
 */
export function confrontationRepository(database: Database) {
  const asColumns = (names: readonly string[]) =>
    names.map((name) => `json_group_array("${name}")`).join(', ')
  const selectAnnotations = database
    .prepare<{ after: number; most: number }, string[]>(
      `SELECT ${asColumns(annotationNames)} FROM (
         SELECT id, document_id AS document, coalesce(claim_id, 0) AS claim, coalesce(speaker_id, 0) AS speaker,
           tag_id AS tag
         FROM annotation WHERE id > :after ORDER BY id LIMIT :most)`,
    )
    .raw()
  const selectLinks = database
    .prepare<{ after: number; most: number }, string[]>(
      `SELECT ${asColumns(linkNames)} FROM (
         SELECT id, link_type_id AS type,
           coalesce(source_annotation_id, 0) AS sourceAnnotation, coalesce(source_claim_id, 0) AS sourceClaim,
           coalesce(source_link_id, 0) AS sourceLink,
           coalesce(target_annotation_id, 0) AS targetAnnotation, coalesce(target_claim_id, 0) AS targetClaim,
           coalesce(target_link_id, 0) AS targetLink
         FROM link WHERE id > :after ORDER BY id LIMIT :most)`,
    )
    .raw()
  const selectOrder = database
    .prepare<{ after: number; upTo: number }, string>(
      `SELECT json_group_array(annotation_id) FROM (
         SELECT annotation_id FROM span WHERE document_id > :after AND document_id <= :upTo
         ORDER BY document_id, start, "end" DESC, annotation_id)`,
    )
    .pluck()
  const selectDocuments = database.prepare<[], SortedDocument>(
    `SELECT id, coalesce(metadata ->> '$.date', '') AS date
     FROM document WHERE present = 1 ORDER BY position, id`,
  )
  const selectClaims = database.prepare<[], ClaimId>(`SELECT id FROM claim ORDER BY id`).pluck()
  const lastOf = (table: string) =>
    database.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck()
  const lastAnnotation = lastOf('annotation')
  const lastClaim = lastOf('claim')
  const lastLink = lastOf('link')

  const fromRow = <Name extends string>(names: readonly string[], row: string[] | undefined) =>
    Object.fromEntries(names.map((name, i) => [name, JSON.parse(row![i]!) as number[]])) as Columns<Name>

  return {
    /** The highest ids there are. */
    last: () => ({
      annotation: lastAnnotation.get() ?? 0,
      claim: lastClaim.get() ?? 0,
      link: lastLink.get() ?? 0,
    }),
    /** In project order. */
    documents: (): SortedDocument[] => selectDocuments.all(),
    claims: (): ClaimId[] => selectClaims.all(),
    /** Those after an id, in the order they were made. */
    annotations: (after: number, most: number): AnnotationPiece =>
      fromRow(annotationNames, selectAnnotations.get({ after, most })),
    links: (after: number, most: number): LinkPiece => fromRow(linkNames, selectLinks.get({ after, most })),
    /** The annotation of each span in documents of these ids, by document id and in reading order. */
    spans: (after: number, upTo: number): number[] => JSON.parse(selectOrder.get({ after, upTo })!),
  }
}
