import type { Database } from 'better-sqlite3'
import type { ClaimSummary } from '../../preload/contract/claim.ts'
import { byDate, daysOf } from '../../preload/contract/dates.ts'
import type { ClaimId, DocumentId } from '../../preload/contract/ids.ts'
import { type AnsweringTypes, answeringTypes, isClaimAnswered } from './answered.ts'
import type { linkTypeRepository } from './link-types.ts'
import { attackedIn, wholeProject } from './whole-project.ts'

type Row = Pick<ClaimSummary, 'id' | 'statement' | 'created'>

/** Where a claim is stated, how often, and since when. */
interface Stated {
  mentions: number
  firstStated: string
}

/** Claims as a list shows them. All at once they are counted in walks over whole tables, since there may be 20,000. */
export function claimSummaryRepository(database: Database, linkTypes: ReturnType<typeof linkTypeRepository>) {
  const whole = wholeProject(database)
  const selectAll = database.prepare<[], Row>(`SELECT id, statement, created FROM claim ORDER BY id`)
  const selectDates = database
    .prepare<[], [number, string]>(
      `SELECT id, metadata ->> '$.date' FROM document WHERE present = 1 AND metadata ->> '$.date' <> ''`,
    )
    .raw()

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
      const dates = new Map<number, string>(selectDates.all().filter(([, date]) => daysOf(date)))
      const annotations = whole.annotations()
      const attacked = attackedIn(whole.links(), answeringTypes(linkTypes))
      const stated = new Map<number, Stated>()
      const answered = attacked.claims
      for (const [at, claim] of annotations.claim_id.entries()) {
        if (claim === 0) continue
        const so = stated.get(claim) ?? { ...nowhere }
        const date = dates.get(annotations.document_id[at]!) ?? ''
        so.mentions += 1
        if (byDate(date, so.firstStated) < 0) so.firstStated = date
        stated.set(claim, so)
        if (attacked.annotations.has(annotations.id[at]!)) answered.add(claim)
      }
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
        const stated = selectStated.all(id).reduce<Stated>(
          ({ mentions, firstStated }, [count, date]) => ({
            mentions: mentions + count,
            firstStated: daysOf(date) && byDate(date, firstStated) < 0 ? date : firstStated,
          }),
          nowhere,
        )
        return { ...row, ...stated, answered: row.answered === 1 }
      })
    },

    /** The claims that a document states. */
    idsInDocument: (id: DocumentId): ClaimId[] => selectInDocument.all(id),
  }
}

const nowhere: Stated = { mentions: 0, firstStated: '' }
