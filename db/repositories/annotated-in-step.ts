import type { Database } from 'better-sqlite3'
import type { DocumentId } from '../../preload/contract/ids.ts'

/** In how many documents a step of the history changed annotations: those it made or took away are in its log alone. */
export function annotatedInStepRepository(database: Database) {
  const countOthers = (step: string) =>
    database
      .prepare<[DocumentId], number>(
        `SELECT count(DISTINCT coalesce(after, before) ->> '$.document_id') FROM change
         WHERE step_id = (${step}) AND table_name = 'annotation'
           AND coalesce(after, before) ->> '$.document_id' <> ?`,
      )
      .pluck()
  const othersInUndone = countOthers(`SELECT min(id) FROM step WHERE undone = 1`)
  const othersInDone = countOthers(`SELECT max(id) FROM step WHERE undone = 0`)

  return {
    /** Of the step that was undone last, without one document. */
    othersInUndone: (document: DocumentId): number => othersInUndone.get(document) ?? 0,
    /** Of the step that was done, or done again, last. */
    othersInDone: (document: DocumentId): number => othersInDone.get(document) ?? 0,
  }
}
