import type { Database } from 'better-sqlite3'
import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { AnnotationId, DocumentId, TagId } from '../../preload/contract/ids.ts'
import { type AnsweringTypes, answeringTypes, isAnswered, typesIn } from './answered.ts'
import type { linkTypeRepository } from './link-types.ts'

type SummaryRow = Omit<DocumentSummary, 'metadata' | 'annotations' | 'claims' | 'unanswered' | 'links'> & {
  metadata: string
}
interface Count {
  documentId: DocumentId
  tagId: TagId
  count: number
}
/**
 * What the list of documents shows. A claim is answered when a link against it ends at its annotation or at the
 * claim that the annotation states; of a symmetric type either end counts.
 */
export function documentSummaryRepository(
  database: Database,
  linkTypes: ReturnType<typeof linkTypeRepository>,
) {
  const select = `
    SELECT document.id, uid, title, metadata, status, imported, length, words,
      coalesce(metadata ->> '$.date', '') AS date, coalesce(metadata ->> '$.outlet', '') AS outlet,
      coalesce(metadata ->> '$.author', '') AS author, coalesce(metadata ->> '$.language', '') AS language
    FROM document JOIN revision ON revision.id = revision_id JOIN word_count USING (revision_id)`
  const selectAll = database.prepare<[], SummaryRow>(
    `${select} WHERE present = 1 ORDER BY position, document.id`,
  )
  const selectById = database.prepare<[DocumentId], SummaryRow>(
    `${select} WHERE present = 1 AND document.id = ?`,
  )

  const countAll = database.prepare<[], Count>(
    `SELECT document_id AS documentId, tag_id AS tagId, count(*) AS count FROM annotation GROUP BY document_id, tag_id`,
  )
  const countIn = database.prepare<[DocumentId], Count>(
    `SELECT document_id AS documentId, tag_id AS tagId, count(*) AS count FROM annotation WHERE document_id = ?
     GROUP BY document_id, tag_id`,
  )

  const countAnswered = database.prepare<[AnsweringTypes], { documentId: DocumentId; count: number }>(
    `WITH answered (id) AS (
       SELECT target_annotation_id FROM link WHERE link_type_id IN ${typesIn('against')}
       UNION
       SELECT source_annotation_id FROM link WHERE link_type_id IN ${typesIn('mutual')}
       UNION
       SELECT annotation.id FROM link JOIN annotation ON claim_id = target_claim_id
       WHERE link_type_id IN ${typesIn('against')}
       UNION
       SELECT annotation.id FROM link JOIN annotation ON claim_id = source_claim_id
       WHERE link_type_id IN ${typesIn('mutual')}
     )
     SELECT document_id AS documentId, count(*) AS count
     FROM answered JOIN annotation ON annotation.id = answered.id JOIN tag ON tag.id = tag_id
     WHERE role = 'claim' GROUP BY document_id`,
  )
  // From the annotations to their links: a document has few of the project’s.
  const countAnsweredIn = database
    .prepare<[AnsweringTypes & { documentId: DocumentId }], number>(
      `SELECT count(*) FROM annotation JOIN tag ON tag.id = tag_id
       WHERE document_id = :documentId AND role = 'claim' AND ${isAnswered}`,
    )
    .pluck()
  const linkedIn = (on: string, name: keyof AnsweringTypes) =>
    `SELECT annotation.id FROM annotation CROSS JOIN link ON ${on}
     WHERE document_id = :documentId AND link_type_id IN ${typesIn(name)}`
  const selectAnsweredIn = database
    .prepare<[AnsweringTypes & { documentId: DocumentId }], AnnotationId>(
      `${linkedIn('target_annotation_id = annotation.id', 'against')}
       UNION
       ${linkedIn('source_annotation_id = annotation.id', 'mutual')}
       UNION
       ${linkedIn('target_claim_id = claim_id', 'against')}
       UNION
       ${linkedIn('source_claim_id = claim_id', 'mutual')}`,
    )
    .pluck()
  // A link within one document counts once.
  const countLinks = database.prepare<[], { documentId: DocumentId; count: number }>(
    `SELECT documentId, count(*) AS count FROM (
       SELECT document_id AS documentId, link.id FROM link JOIN annotation ON annotation.id = source_annotation_id
       UNION
       SELECT document_id, link.id FROM link JOIN annotation ON annotation.id = target_annotation_id
     ) GROUP BY documentId`,
  )
  const countLinksIn = database
    .prepare<[{ documentId: DocumentId }], number>(
      `SELECT count(*) FROM (
         SELECT link.id FROM annotation CROSS JOIN link ON source_annotation_id = annotation.id
         WHERE document_id = :documentId
         UNION
         SELECT link.id FROM annotation CROSS JOIN link ON target_annotation_id = annotation.id
         WHERE document_id = :documentId)`,
    )
    .pluck()
  const claimTags = database.prepare<[], TagId>(`SELECT id FROM tag WHERE role = 'claim'`).pluck()

  /** For each document that has any, how many annotations and how many of them are claims. */
  function totals(counts: readonly Count[]): Map<DocumentId, { annotations: number; claims: number }> {
    const areClaims = new Set(claimTags.all())
    const totals = new Map<DocumentId, { annotations: number; claims: number }>()
    for (const { documentId, tagId, count } of counts) {
      const { annotations = 0, claims = 0 } = totals.get(documentId) ?? {}
      totals.set(documentId, {
        annotations: annotations + count,
        claims: claims + (areClaims.has(tagId) ? count : 0),
      })
    }
    return totals
  }

  return {
    /** In project order. */
    list(): DocumentSummary[] {
      const counts = totals(countAll.all())
      const answered = new Map(
        countAnswered.all(answeringTypes(linkTypes)).map((row) => [row.documentId, row.count]),
      )
      const links = new Map(countLinks.all().map((row) => [row.documentId, row.count]))
      return selectAll.all().map((row) => {
        const { annotations = 0, claims = 0 } = counts.get(row.id) ?? {}
        return toSummary(row, {
          annotations,
          claims,
          unanswered: claims - (answered.get(row.id) ?? 0),
          links: links.get(row.id) ?? 0,
        })
      })
    },

    /** The annotations of a document, of claims and of others, that a link stands against. */
    answeredIn: (documentId: DocumentId): AnnotationId[] =>
      selectAnsweredIn.all({ ...answeringTypes(linkTypes), documentId }),

    /** Those that are there. */
    summaries(ids: readonly DocumentId[]): DocumentSummary[] {
      const types = answeringTypes(linkTypes)
      return ids.flatMap((id) => {
        const row = selectById.get(id)
        if (row === undefined) return []
        const { annotations = 0, claims = 0 } = totals(countIn.all(id)).get(id) ?? {}
        const answered = countAnsweredIn.get({ ...types, documentId: id }) ?? 0
        const links = countLinksIn.get({ documentId: id }) ?? 0
        return toSummary(row, { annotations, claims, unanswered: claims - answered, links })
      })
    },
  }
}

function toSummary(
  { metadata, ...row }: SummaryRow,
  counts: Pick<DocumentSummary, 'annotations' | 'claims' | 'unanswered' | 'links'>,
): DocumentSummary {
  return { ...row, metadata: JSON.parse(metadata), ...counts }
}
