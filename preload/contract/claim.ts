import { z } from 'zod'
import { AnnotationHit } from './annotation.ts'
import { ClaimId } from './ids.ts'

/** One proposition above its wordings. The annotations that state it are its mentions. */
export const Claim = z.object({
  id: ClaimId,
  uid: z.string(),
  statement: z.string(),
  note: z.string(),
  created: z.iso.datetime(),
  mentions: z.int().nonnegative(),
})
export type Claim = z.infer<typeof Claim>

const statement = z.string().trim().min(1, 'a claim needs a statement').max(10_000)

export const claim = {
  /** In the order they were made. */
  list: { input: z.void(), output: z.array(Claim) },
  /** By document date, undated last, then in reading order. */
  mentions: { input: z.object({ id: ClaimId }), output: z.array(AnnotationHit) },
  create: { input: z.object({ statement, note: z.string().default('') }), output: Claim },
  update: {
    input: z.object({ id: ClaimId, change: z.object({ statement, note: z.string() }).partial() }),
    output: Claim,
  },
  /** Its mentions stay as annotations; links to the claim itself go with it. */
  delete: { input: z.object({ id: ClaimId }), output: z.void() },
} as const
