import type { Database } from 'better-sqlite3'
import type { DocumentSummary } from '../../preload/contract/document.ts'
import type { DocumentId, LinkTypeId } from '../../preload/contract/ids.ts'
import { isAgainst } from '../../preload/contract/link-type.ts'
import type { linkTypeRepository } from './link-types.ts'

type SummaryRow = Omit<DocumentSummary, 'annotations' | 'claims' | 'unanswered'>
interface Count {
  documentId: DocumentId
  annotations: number
  claims: number
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
    SELECT document.id, uid, title, status, length,
      coalesce(metadata ->> '$.date', '') AS date, coalesce(metadata ->> '$.outlet', '') AS outlet,
      coalesce(metadata ->> '$.author', '') AS author, coalesce(metadata ->> '$.language', '') AS language
    FROM document JOIN revision ON revision.id = revision_id`
  const selectAll = database.prepare<[], SummaryRow>(
    `${select} WHERE present = 1 ORDER BY position, document.id`,
  )
  const selectById = database.prepare<[DocumentId], SummaryRow>(
    `${select} WHERE present = 1 AND document.id = ?`,
  )

  const count = (where: string) => `
    SELECT document_id AS documentId, count(*) AS annotations, sum(role = 'claim') AS claims
    FROM annotation INDEXED BY annotation_by_document JOIN tag ON tag.id = tag_id ${where} GROUP BY document_id`
  const countAll = database.prepare<[], Count>(count(''))
  const countOne = database.prepare<[DocumentId], Count>(count('WHERE document_id = ?'))

  const answered = (where: string) => `
    WITH answered (id) AS (
      SELECT target_annotation_id FROM link WHERE link_type_id IN (SELECT value FROM json_each(:against))
      UNION
      SELECT source_annotation_id FROM link WHERE link_type_id IN (SELECT value FROM json_each(:mutual))
      UNION
      SELECT annotation.id FROM link JOIN annotation ON claim_id = target_claim_id
      WHERE link_type_id IN (SELECT value FROM json_each(:against))
      UNION
      SELECT annotation.id FROM link JOIN annotation ON claim_id = source_claim_id
      WHERE link_type_id IN (SELECT value FROM json_each(:mutual))
    )
    SELECT document_id AS documentId, count(*) AS claims
    FROM answered JOIN annotation ON annotation.id = answered.id JOIN tag ON tag.id = tag_id
    WHERE role = 'claim' ${where}
    GROUP BY document_id`
  type Types = { against: string; mutual: string }
  const countAnswered = database.prepare<[Types], Omit<Count, 'annotations'>>(answered(''))
  const countAnsweredIn = database.prepare<[Types & { documentId: DocumentId }], Omit<Count, 'annotations'>>(
    answered('AND document_id = :documentId'),
  )

  function typesAgainst(): Types {
    const against = linkTypes.entries().filter(isAgainst)
    const ids = (types: readonly { id: LinkTypeId }[]) => JSON.stringify(types.map(({ id }) => id))
    return { against: ids(against), mutual: ids(against.filter(({ symmetric }) => symmetric)) }
  }

  const withCounts = (
    row: SummaryRow,
    count: Count | undefined,
    answered: number | undefined,
  ): DocumentSummary => ({
    ...row,
    annotations: count?.annotations ?? 0,
    claims: count?.claims ?? 0,
    unanswered: (count?.claims ?? 0) - (answered ?? 0),
  })

  return {
    /** In project order. */
    list(): DocumentSummary[] {
      const counts = new Map(countAll.all().map((row) => [row.documentId, row]))
      const answered = new Map(countAnswered.all(typesAgainst()).map((row) => [row.documentId, row.claims]))
      return selectAll.all().map((row) => withCounts(row, counts.get(row.id), answered.get(row.id)))
    },

    /** Those that are there. */
    summaries(ids: readonly DocumentId[]): DocumentSummary[] {
      const types = typesAgainst()
      return ids.flatMap((id) => {
        const row = selectById.get(id)
        if (row === undefined) return []
        const answered = countAnsweredIn.get({ ...types, documentId: id })
        return withCounts(row, countOne.get(id), answered?.claims)
      })
    },
  }
}
