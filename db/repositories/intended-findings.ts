import type { Database } from 'better-sqlite3'
import type { Check } from '../../preload/contract/doctor.ts'
import type { AnnotatorId } from '../../preload/contract/ids.ts'

/** `state` tells what the finding was about when it was judged. */
export interface IntendedFinding {
  subject: string
  state: string
  who: string
  created: string
}

/** Findings that somebody has found intended. */
export function intendedFindingRepository(database: Database) {
  const selectByCheck = database.prepare<[Check], IntendedFinding>(
    `SELECT subject, state, name AS who, created FROM intended_finding JOIN annotator ON annotator.id = annotator_id
     WHERE check_name = ?`,
  )
  const set = database.prepare<Omit<IntendedFinding, 'who'> & { check: Check; annotatorId: AnnotatorId }>(
    `INSERT INTO intended_finding (check_name, subject, state, annotator_id, created)
     VALUES (:check, :subject, :state, :annotatorId, :created)
     ON CONFLICT (check_name, subject)
     DO UPDATE SET state = excluded.state, annotator_id = excluded.annotator_id, created = excluded.created`,
  )
  const remove = database.prepare<[Check, string]>(
    `DELETE FROM intended_finding WHERE check_name = ? AND subject = ?`,
  )
  const countAll = database.prepare<[], number>(`SELECT count(*) FROM intended_finding`).pluck()

  return {
    listByCheck: (check: Check): IntendedFinding[] => selectByCheck.all(check),
    /** In the place of an earlier judgement of the same finding. */
    set: (check: Check, judged: Omit<IntendedFinding, 'who'> & { annotatorId: AnnotatorId }): void =>
      void set.run({ check, ...judged }),
    /** Tells whether there was any. */
    delete: (check: Check, subject: string): boolean => remove.run(check, subject).changes > 0,
    count: (): number => countAll.get() ?? 0,
  }
}
