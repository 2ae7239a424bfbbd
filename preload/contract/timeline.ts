import { z } from 'zod'
import { ClaimId } from './ids.ts'
import { Voice } from './speaker.ts'

/**
 * When claims were stated and answered, as columns, one row a claim, in the order they were made. Documents stand for
 * their dates, which may be only a year or a month; 0 where none with a date does it. Voices are places in `voices`.
 */
export const ClaimLives = z.object({
  voices: z.array(Voice),
  claim: z.instanceof(Int32Array),
  /** Passages that state it, and how many of these stand in documents without a date that can be read. */
  mentions: z.instanceof(Int32Array),
  undated: z.instanceof(Int32Array),
  /** The document that states it first, and by whom. */
  first: z.instanceof(Int32Array),
  firstVoice: z.instanceof(Int32Array),
  /** The document that states it last. */
  last: z.instanceof(Int32Array),
  /** Answers: passages that stand against it or against a mention of it; links whose answer no passage makes count as one. */
  answers: z.instanceof(Int32Array),
  /** The document of the first answer, and whose it is. */
  answer: z.instanceof(Int32Array),
  answerVoice: z.instanceof(Int32Array),
  /** The document of the last answer. */
  lastAnswer: z.instanceof(Int32Array),
})
export type ClaimLives = z.infer<typeof ClaimLives>

/** What a mark on the axis is. */
export const MarkKind = { stated: 0, answered: 1 } as const

/** What is marked in the lanes of claims, as columns: by claim, then in time order, undated last, as claim cards do. */
export const Marks = z.object({
  voices: z.array(Voice),
  claim: z.instanceof(Int32Array),
  /** A `MarkKind`. */
  kind: z.instanceof(Uint8Array),
  annotation: z.instanceof(Int32Array),
  document: z.instanceof(Int32Array),
  voice: z.instanceof(Int32Array),
  /** Of an answer the link; 0 of a mention. */
  link: z.instanceof(Int32Array),
})
export type Marks = z.infer<typeof Marks>

export const timeline = {
  lives: { input: z.void(), output: ClaimLives },
  /** Of claims that are there. */
  marks: { input: z.object({ claims: z.array(ClaimId).max(500) }), output: Marks },
} as const
