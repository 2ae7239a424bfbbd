import { z } from 'zod'

/** Why a request could not be done. The message is a sentence for the person; the code is for the program. */
export const FailureCode = z.enum([
  'bad-input',
  'unknown-channel',
  'no-project',
  'read-only',
  'not-found',
  'bad-span',
  'same-ends',
  'exists',
  'circle',
  'history-conflict',
  'not-a-project',
  'newer-version',
  'damaged',
  'already-open',
  'target-exists',
  'not-chosen',
  'moved',
  'disk',
  'unreadable',
  'cancelled',
  'busy',
  'internal',
])
export type FailureCode = z.infer<typeof FailureCode>

/** Thrown wherever a request fails for a reason the person can understand; crosses the border as a value. */
export class Failure extends Error {
  readonly code: FailureCode

  constructor(code: FailureCode, message: string) {
    super(message)
    this.name = 'Failure'
    this.code = code
  }
}

/** Whether somebody has stopped it. */
export const isCancelled = (error: unknown): boolean => error instanceof Failure && error.code === 'cancelled'

/** What is said of anything that was thrown. */
export const sentenceOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Failures cross as values, because Electron keeps only the message of a thrown error. */
export type Reply<T> = { ok: true; value: T } | { ok: false; code: FailureCode; message: string }
