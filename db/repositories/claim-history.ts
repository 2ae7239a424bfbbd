import type { Database } from 'better-sqlite3'
import type { ClaimId, StepId } from '../../preload/contract/ids.ts'

/** A step of the history that stands: what was undone is not part of it. */
interface StepRow {
  step: StepId
  label: string
  who: string
  at: string
}

/** What a step did to a claim’s own words; null where they were not there. */
export interface ClaimChange extends StepRow {
  before: { statement: string; note: string } | null
  after: { statement: string; note: string } | null
}

export interface ClaimStep extends StepRow {
  count: number
}

/** What the log knows of a claim, found by indexes of its own (migration 6). */
export function claimHistoryRepository(database: Database) {
  const columns = `step.id AS step, label, who, at`
  const selectOwn = database.prepare<[ClaimId], StepRow & { before: string | null; after: string | null }>(
    `SELECT ${columns}, before, after FROM change CROSS JOIN step ON step.id = step_id
     WHERE table_name = 'claim' AND row_id = ? AND undone = 0 ORDER BY change.id`,
  )
  const counted = (where: string) =>
    database.prepare<[ClaimId], ClaimStep>(
      `SELECT ${columns}, count(*) AS count FROM change CROSS JOIN step ON step.id = step_id
       WHERE ${where} = ? AND undone = 0 GROUP BY step.id`,
    )
  const moved = `table_name = 'annotation' AND before ->> '$.claim_id' IS NOT after ->> '$.claim_id' AND `
  const selectGained = counted(`${moved} after ->> '$.claim_id'`)
  const selectLost = counted(`${moved} before ->> '$.claim_id'`)
  const linked = (side: 'source' | 'target') => {
    const id = `coalesce(after, before) ->> '$.${side}_claim_id'`
    return counted(`table_name = 'link' AND ${id} IS NOT NULL AND ${id}`)
  }
  const selectSources = linked('source')
  const selectTargets = linked('target')

  return {
    /** In order. */
    own: (id: ClaimId): ClaimChange[] =>
      selectOwn.all(id).map(({ before, after, ...step }) => ({
        ...step,
        before: before === null ? null : JSON.parse(before),
        after: after === null ? null : JSON.parse(after),
      })),
    /** The steps that brought it mentions, and how many. */
    gained: (id: ClaimId): ClaimStep[] => selectGained.all(id),
    lost: (id: ClaimId): ClaimStep[] => selectLost.all(id),
    /** The steps that touched links of the claim itself. */
    linked: (id: ClaimId): ClaimStep[] => [...selectSources.all(id), ...selectTargets.all(id)],
  }
}
