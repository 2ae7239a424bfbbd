import type { Database } from 'better-sqlite3'
import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { AnnotationId, DocumentId, TagId } from '../../preload/contract/ids.ts'
import { type AnsweringTypes, answeringTypes, isAnswered, typesIn } from './answered.ts'
import type { linkTypeRepository } from './link-types.ts'
import { attackedIn, wholeProject } from './whole-project.ts'

type SummaryRow = Omit<DocumentSummary, 'metadata' | 'annotations' | 'claims' | 'unanswered' | 'links'> & {
  metadata: string
}
type Counts = Pick<DocumentSummary, 'annotations' | 'claims' | 'unanswered' | 'links'>
interface Count {
  documentId: DocumentId
  tagId: TagId
  count: number
}
const none: Counts = { annotations: 0, claims: 0, unanswered: 0, links: 0 }

/**
 * What the list of documents shows. A claim is answered when a link against it ends at its annotation or at the
 * claim that the annotation states; of a symmetric type either end counts.
 */
export function documentSummaryRepository(
  database: Database,
  linkTypes: ReturnType<typeof linkTypeRepository>,
) {
  const whole = wholeProject(database)
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

  const countIn = database.prepare<[DocumentId], Count>(
    `SELECT document_id AS documentId, tag_id AS tagId, count(*) AS count FROM annotation WHERE document_id = ?
     GROUP BY document_id, tag_id`,
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

  /** Of each document that has an annotation. */
  function countsOfAll(): Map<number, Counts> {
    const annotations = whole.annotations()
    const links = whole.links()
    const attacked = attackedIn(links, answeringTypes(linkTypes))
    const areClaims = new Set<number>(claimTags.all())
    const documentOf = new Int32Array(annotations.id.reduce((most, id) => Math.max(most, id), 0) + 1)
    const counts = new Map<number, Counts>()
    for (const [at, id] of annotations.id.entries()) {
      const document = annotations.document_id[at]!
      documentOf[id] = document
      const count = counts.get(document) ?? { ...none }
      counts.set(document, count)
      count.annotations += 1
      if (!areClaims.has(annotations.tag_id[at]!)) continue
      count.claims += 1
      const isAnswered = attacked.annotations.has(id) || attacked.claims.has(annotations.claim_id[at]!)
      if (!isAnswered) count.unanswered += 1
    }
    for (const [at, source] of links.source_annotation_id.entries()) {
      const from = documentOf[source]!
      const to = documentOf[links.target_annotation_id[at]!]!
      // A link within one document counts once.
      if (from > 0) counts.get(from)!.links += 1
      if (to > 0 && to !== from) counts.get(to)!.links += 1
    }
    return counts
  }

  return {
    /** In project order. */
    list(): DocumentSummary[] {
      const counts = countsOfAll()
      return selectAll.all().map((row) => toSummary(row, counts.get(row.id) ?? none))
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

function toSummary({ metadata, ...row }: SummaryRow, counts: Counts): DocumentSummary {
  return { ...row, metadata: JSON.parse(metadata), ...counts }
}
