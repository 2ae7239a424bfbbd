import type { Database } from 'better-sqlite3'
import type { StepId } from '../../preload/contract/ids.ts'
import type { LoggedChange } from './replay.ts'
import type { LoggedTable } from './row-image.ts'

const portionSize = 2000

export interface Step {
  id: StepId
  label: string
}

export type Log = ReturnType<typeof createLog>

/** The tables `step` and `change`: what was done, in order. */
export function createLog(database: Database) {
  const insertStep = database.prepare<[string, string, string]>(
    `INSERT INTO step (label, who, at) VALUES (?, ?, ?)`,
  )
  const updateStep = database.prepare<[string, string, StepId]>(
    `UPDATE step SET label = ?, at = ? WHERE id = ?`,
  )
  const markStep = database.prepare<[number, StepId]>(`UPDATE step SET undone = ? WHERE id = ?`)
  const lastDone = database.prepare<[], Step>(
    `SELECT id, label FROM step WHERE undone = 0 ORDER BY id DESC LIMIT 1`,
  )
  const firstUndone = database.prepare<[], Step>(
    `SELECT id, label FROM step WHERE undone = 1 ORDER BY id LIMIT 1`,
  )
  const lastChange = database.prepare<[], number | null>(`SELECT max(id) FROM change`).pluck()
  const countSince = database
    .prepare<[StepId, number], number>(`SELECT count(*) FROM change WHERE step_id = ? AND id > ?`)
    .pluck()
  const columns = `id, table_name AS "table", row_id AS rowId, before, after`
  const changesUp = database.prepare<[StepId, number, number], LoggedChange & { id: number }>(
    `SELECT ${columns} FROM change WHERE step_id = ? AND id > ? ORDER BY step_id, id LIMIT ?`,
  )
  const changesDown = database.prepare<[StepId, number, number], LoggedChange & { id: number }>(
    `SELECT ${columns} FROM change WHERE step_id = ? AND id < ? ORDER BY step_id DESC, id DESC LIMIT ?`,
  )
  const rowsSince = database
    .prepare<[StepId, number, LoggedTable], number>(
      `SELECT DISTINCT row_id FROM change WHERE step_id = ? AND id > ? AND table_name = ?`,
    )
    .pluck()

  // Only the two images around a run of updates of one row matter.
  const joinUpdates = database.prepare<{ step: StepId; since: number }>(
    `UPDATE change AS earlier SET after = later.after
     FROM change AS later
     WHERE later.step_id = :step AND later.id > :since AND later.before IS NOT NULL AND later.after IS NOT NULL
       AND earlier.step_id = :step AND earlier.id <= :since
       AND earlier.table_name = later.table_name AND earlier.row_id = later.row_id
       AND earlier.after = later.before
       AND NOT EXISTS (
         SELECT 1 FROM change AS other
         WHERE other.step_id = :step AND other.id > :since AND other.id <> later.id
           AND other.table_name = later.table_name AND other.row_id = later.row_id
       )`,
  )
  const dropJoined = database.prepare<{ step: StepId; since: number }>(
    `DELETE FROM change AS later
     WHERE later.step_id = :step AND later.id > :since AND later.before IS NOT NULL AND later.after IS NOT NULL
       AND EXISTS (
         SELECT 1 FROM change AS earlier
         WHERE earlier.step_id = :step AND earlier.id <= :since
           AND earlier.table_name = later.table_name AND earlier.row_id = later.row_id
           AND earlier.after = later.after
       )`,
  )

  const undoneDocuments = database
    .prepare<[], number>(
      `SELECT DISTINCT row_id FROM step JOIN change ON change.step_id = step.id
       WHERE step.undone = 1 AND table_name = 'document'`,
    )
    .pluck()
  const deleteUndone = database.prepare(`DELETE FROM step WHERE undone = 1`)
  const purgeDocument = database.prepare<{ id: number }>(
    `DELETE FROM document WHERE id = :id AND present = 0
       AND NOT EXISTS (SELECT 1 FROM change WHERE table_name = 'document' AND row_id = :id)`,
  )
  const purgeOriginals = database.prepare(
    `DELETE FROM original WHERE NOT EXISTS (SELECT 1 FROM revision WHERE original_id = original.id)`,
  )

  return {
    lastDone: (): Step | undefined => lastDone.get(),
    firstUndone: (): Step | undefined => firstUndone.get(),
    begin: (label: string, who: string, at: string): StepId =>
      Number(insertStep.run(label, who, at).lastInsertRowid) as StepId,
    continue: (id: StepId, label: string, at: string): void => void updateStep.run(label, at, id),
    mark: (id: StepId, undone: boolean): void => void markStep.run(undone ? 1 : 0, id),
    lastChange: (): number => lastChange.get() ?? 0,
    countSince: (id: StepId, change: number): number => countSince.get(id, change) ?? 0,
    /** In order, the first so many. */
    changesSince: (id: StepId, change: number, limit: number): LoggedChange[] =>
      changesUp.all(id, change, limit),
    rowsSince: (id: StepId, change: number, table: LoggedTable): number[] => rowsSince.all(id, change, table),

    /** A step’s changes in order or backwards, read in portions so that others can be written meanwhile. */
    *changesOf(id: StepId, { backwards }: { backwards: boolean }): Generator<LoggedChange> {
      const [portions, first] = backwards ? [changesDown, Number.MAX_SAFE_INTEGER] : [changesUp, 0]
      let last = first
      for (;;) {
        const portion = portions.all(id, last, portionSize)
        yield* portion
        if (portion.length < portionSize) return
        last = portion.at(-1)?.id ?? last
      }
    },

    /** Joins the step’s updates after a change with those before it, row by row. */
    join(step: StepId, since: number): void {
      if (joinUpdates.run({ step, since }).changes > 0) dropJoined.run({ step, since })
    },

    /** Forgets what was undone, and the texts that nothing leads back to any more. */
    discardUndone(): void {
      const documents = undoneDocuments.all()
      if (deleteUndone.run().changes === 0 || documents.length === 0) return
      for (const id of documents) purgeDocument.run({ id })
      purgeOriginals.run()
    },
  }
}
