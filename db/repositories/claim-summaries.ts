import type { Database } from 'better-sqlite3'
import type { ClaimSummary } from '../../preload/contract/claim.ts'
import type { ClaimId, DocumentId } from '../../preload/contract/ids.ts'
import { byDate } from './annotation-hits.ts'
import { type AnsweringTypes, answeredClaims, answeringTypes, isClaimAnswered } from './answered.ts'
import type { linkTypeRepository } from './link-types.ts'

type Row = Pick<ClaimSummary, 'id' | 'statement' | 'created'>

/** Where a claim is stated, how often, and since when. */
interface Stated {
  mentions: number
  firstStated: string
}

/** Claims as a list shows them. All at once they are put together from a few walks, since there may be 20,000. */
export function claimSummaryRepository(database: Database, linkTypes: ReturnType<typeof linkTypeRepository>) {
  const selectAll = database.prepare<[], Row>(`SELECT id, statement, created FROM claim ORDER BY id`)
  const selectCounts = database
    .prepare<[], [ClaimId, DocumentId, number]>(
      `SELECT claim_id, document_id, count(*) FROM annotation WHERE claim_id IS NOT NULL
       GROUP BY document_id, claim_id`,
    )
    .raw()
  const selectDates = database
    .prepare<[], [DocumentId, string]>(
      `SELECT id, metadata ->> '$.date' FROM document WHERE present = 1 AND metadata ->> '$.date' <> ''`,
    )
    .raw()
  const selectAnswered = database.prepare<[AnsweringTypes], ClaimId>(answeredClaims).pluck()

  const selectOne = database.prepare<[AnsweringTypes & { id: ClaimId }], Row & { answered: number }>(
    `SELECT id, statement, created, ${isClaimAnswered} AS answered FROM claim WHERE id = :id`,
  )
  const selectStated = database
    .prepare<[ClaimId], [number, string]>(
      `SELECT count(*), coalesce(metadata ->> '$.date', '')
       FROM annotation JOIN document ON document.id = document_id WHERE claim_id = ? GROUP BY document_id`,
    )
    .raw()
  const selectInDocument = database
    .prepare<[DocumentId], ClaimId>(
      `SELECT DISTINCT claim_id FROM annotation WHERE document_id = ? AND claim_id IS NOT NULL`,
    )
    .pluck()

  return {
    /** In the order they were made. */
    list(): ClaimSummary[] {
      const dates = new Map(selectDates.all())
      const stated = new Map<ClaimId, Stated>()
      for (const [claim, document, count] of selectCounts.iterate()) {
        stated.set(claim, statedAlso(stated.get(claim), count, dates.get(document) ?? ''))
      }
      const answered = new Set(selectAnswered.all(answeringTypes(linkTypes)))
      return selectAll.all().map((row) => ({
        ...row,
        ...(stated.get(row.id) ?? nowhere),
        answered: answered.has(row.id),
      }))
    },

    /** Of those that are there. */
    some(ids: readonly ClaimId[]): ClaimSummary[] {
      const types = answeringTypes(linkTypes)
      return ids.flatMap((id) => {
        const row = selectOne.get({ ...types, id })
        if (row === undefined) return []
        const stated = selectStated
          .all(id)
          .reduce<Stated>((sum, [count, date]) => statedAlso(sum, count, date), nowhere)
        return { ...row, ...stated, answered: row.answered === 1 }
      })
    },

    /** The claims that a document states. */
    idsInDocument: (id: DocumentId): ClaimId[] => selectInDocument.all(id),
  }
}

const nowhere: Stated = { mentions: 0, firstStated: '' }

function statedAlso({ mentions, firstStated }: Stated = nowhere, count: number, date: string): Stated {
  return {
    mentions: mentions + count,
    firstStated: byDate(date, firstStated) < 0 ? date : firstStated,
  }
}
