import { z } from 'zod'
import { Check, type Finding, Subject } from '../../../preload/contract/doctor.ts'

/** How the doctor is shown: kept for each project and person. `current`: the finding that the person is at. */
export const DoctorView = z.object({
  check: Check,
  show: z.enum(['open', 'intended']),
  current: Subject.nullable(),
})
export type DoctorView = z.infer<typeof DoctorView>

export const usualDoctor: DoctorView = { check: 'self-attack', show: 'open', current: null }

/** What a check has found. */
export interface Examined {
  /** What the findings are of; null before there are any. */
  check: Check | null
  show: DoctorView['show']
  subjects: readonly string[]
  /** Where the person is; where the finding there has gone, the next one has taken its place. */
  place: number
  findings: ReadonlyMap<string, Finding>
  /** In the order of the checks; null until they are counted. */
  counts: readonly { open: number; intended: number }[] | null
}

export const notExamined: Examined = {
  check: null,
  show: 'open',
  subjects: [],
  place: 0,
  findings: new Map(),
  counts: null,
}
