import { z } from 'zod'
import {
  type AnswerColumns,
  ConfrontationChoice,
  type ConfrontationColumns,
  ConfrontationCopy,
  type ConfrontedAnswer,
  type ConfrontedClaim,
} from '../../../preload/contract/confrontation.ts'

/**
 * How claims and answers are shown: kept for each project and person. `current`: the cell that keys act on, as the
 * number of the claim and of the answers that lead to it; the claim alone for the claim, and with `gap` the place where
 * an answer is missing.
 */
export const ConfrontationView = ConfrontationChoice.extend({
  current: z.array(z.int()),
  copy: ConfrontationCopy.pick({ depth: true }).extend({
    format: z.enum(['paper', 'pdf', 'docx', 'html', 'csv']),
  }),
})
export type ConfrontationView = z.infer<typeof ConfrontationView>

export const usualConfrontation: ConfrontationView = {
  order: 'date',
  show: 'all',
  only: null,
  current: [],
  copy: { depth: 2, format: 'docx' },
}

/** Stands in a path for the answer that is missing. */
export const gap = 0

/** What is known of claims and answers. */
export interface Confronted {
  /** Null until they have come. */
  columns: ConfrontationColumns | null
  /** The answers to answers that are unfolded, by the path that leads to them. */
  unfolded: ReadonlyMap<string, AnswerColumns>
  /** What those that were in sight say, by their numbers. */
  claims: ReadonlyMap<number, ConfrontedClaim>
  answers: ReadonlyMap<number, ConfrontedAnswer>
  /** Whether the texts show a pair of passages that was opened here. */
  reading: boolean
}

export const noConfrontation: Confronted = {
  columns: null,
  unfolded: new Map(),
  claims: new Map(),
  answers: new Map(),
  reading: false,
}

export const keyOf = (path: readonly number[]): string => path.join(' ')
