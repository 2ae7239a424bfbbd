import type { Database } from 'better-sqlite3'
import type { AnnotationId, ClaimId, DocumentId, LinkId } from '../../preload/contract/ids.ts'

const annotationColumns = ['id', 'document', 'tag', 'claim', 'speaker', 'annotator'] as const
const spanColumns = ['annotation', 'start', 'end'] as const
const linkColumns = [
  'id',
  'type',
  'sourceAnnotation',
  'sourceClaim',
  'sourceLink',
  'targetAnnotation',
  'targetClaim',
  'targetLink',
] as const

export type AnnotationRow = Record<(typeof annotationColumns)[number], number>
export type LinkRow = Record<(typeof linkColumns)[number], number>
type Columns<Name extends string> = Record<Name, number[]>

/**
 * What an argument is put together from, whole tables at a time: in pieces that take a few milliseconds each, as JSON a
 * column, which costs half of what rows do. 0 stands for what is not there; each end of a link is one of three.
 */
export function argumentColumnsRepository(database: Database) {
  const annotation = `SELECT id, document_id AS document, tag_id AS tag, coalesce(claim_id, 0) AS claim,
    coalesce(speaker_id, 0) AS speaker, annotator_id AS annotator FROM annotation`
  const link = `SELECT id, link_type_id AS type,
    coalesce(source_annotation_id, 0) AS sourceAnnotation, coalesce(source_claim_id, 0) AS sourceClaim,
    coalesce(source_link_id, 0) AS sourceLink,
    coalesce(target_annotation_id, 0) AS targetAnnotation, coalesce(target_claim_id, 0) AS targetClaim,
    coalesce(target_link_id, 0) AS targetLink FROM link`
  const columnsOf = (names: readonly string[], select: string) =>
    `SELECT ${names.map((name) => `json_group_array("${name}")`).join(', ')} FROM (${select})`
  const piece = (names: readonly string[], select: string) =>
    database
      .prepare<{ after: number; most: number }, string[]>(
        columnsOf(names, `${select} WHERE id > :after ORDER BY id LIMIT :most`),
      )
      .raw()
  const selectAnnotations = piece(annotationColumns, annotation)
  const selectLinks = piece(linkColumns, link)
  const selectSpans = database
    .prepare<{ after: number; upTo: number }, string[]>(
      columnsOf(
        spanColumns,
        `SELECT annotation_id AS annotation, start, "end" FROM span WHERE document_id > :after AND document_id <= :upTo
         ORDER BY document_id, start, "end" DESC, annotation_id`,
      ),
    )
    .raw()
  const selectAnnotation = database.prepare<[AnnotationId], AnnotationRow>(`${annotation} WHERE id = ?`)
  const selectStart = database.prepare<[AnnotationId], { start: number; end: number }>(
    `SELECT start, "end" FROM span WHERE annotation_id = ? ORDER BY position LIMIT 1`,
  )
  const selectLink = database.prepare<[LinkId], LinkRow>(`${link} WHERE id = ?`)
  const selectClaims = database.prepare<[], ClaimId>(`SELECT id FROM claim ORDER BY id`).pluck()
  const largest = (table: string) =>
    database.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM ${table}`).pluck()
  const largestAnnotation = largest('annotation')
  const largestDocument = largest('document')
  const largestLink = largest('link')

  const parsed = <Name extends string>(names: readonly Name[], row: string[] | undefined) =>
    Object.fromEntries(names.map((name, at) => [name, JSON.parse(row![at]!)])) as Columns<Name>

  return {
    /** The largest ids there are. */
    largest: () => ({
      annotation: largestAnnotation.get()!,
      document: largestDocument.get()!,
      link: largestLink.get()!,
    }),
    /** The next so many after an id. */
    annotations: (after: number, most: number) =>
      parsed(annotationColumns, selectAnnotations.get({ after, most })),
    links: (after: number, most: number) => parsed(linkColumns, selectLinks.get({ after, most })),
    /** Of documents in a range of ids: by document id, then in reading order. Several of a discontinuous annotation. */
    spans: (after: DocumentId, upTo: DocumentId) => parsed(spanColumns, selectSpans.get({ after, upTo })),
    /** In the order they were made. */
    claims: (): ClaimId[] => selectClaims.all(),
    findAnnotation: (id: AnnotationId) => selectAnnotation.get(id),
    /** Where it begins, and where its first span ends. */
    findStart: (id: AnnotationId) => selectStart.get(id),
    findLink: (id: LinkId) => selectLink.get(id),
  }
}
