import { z } from 'zod'
import { AnnotationId, ClaimId, DocumentId } from './ids.ts'

/**
 * What may be wrong with an argument. Links of a mention count for its claim.
 * `self-attack`: a link against something whose two ends state the same claim, or are the same passage;
 * `supports-opponent`: a claim supports one that it stands against, or that stands against it;
 * `both-ways`: links of one directed type join two claims in both directions;
 * `same-words`: the same words, in other places, with other tags;
 * `no-target`: a passage tagged as an answer that answers nothing;
 * `same-claim`: two claims are worded alike;
 * `too-early`: an answer is dated before what it answers was first stated;
 * `corrected`: a correction of the text has changed the words at an end of a link that was made before.
 */
export const checks = [
  'self-attack',
  'supports-opponent',
  'both-ways',
  'same-words',
  'no-target',
  'corrected',
  'same-claim',
  'too-early',
] as const
export const Check = z.enum(checks)
export type Check = z.infer<typeof Check>

/** Names what a finding is about within its check, as long as the project file lives. */
export const Subject = z.string().min(1).max(100)

/** Something a finding is about, and where to go for it. */
export const FindingPlace = z.object({
  words: z.string(),
  /** The tag of a passage; null for a claim. */
  tag: z.string().nullable(),
  /** Who says a passage, marked where that is the document’s author or outlet; '' where nobody is known. */
  who: z.string(),
  /** The title of a passage’s document; of a claim how many passages state it. */
  where: z.string(),
  /** Of the document; '' where there is none. */
  date: z.string(),
  go: z.union([
    z.object({ annotation: AnnotationId, documentId: DocumentId }),
    z.object({ claim: ClaimId }),
    z.null(),
  ]),
})
export type FindingPlace = z.infer<typeof FindingPlace>

/** `joint` is what joins the first place to the second; '' where nothing does. */
export const Finding = z.object({
  subject: Subject,
  why: z.string(),
  places: z.array(FindingPlace).min(1),
  joint: z.string(),
  /** Who has found it intended, and when. `changed`: what it is about has changed since, so that it is open again. */
  intended: z.object({ who: z.string(), at: z.string(), changed: z.boolean() }).nullable(),
})
export type Finding = z.infer<typeof Finding>

export const doctor = {
  /** Of each check in the order of `checks`. */
  counts: {
    input: z.void(),
    output: z.array(z.object({ open: z.int().nonnegative(), intended: z.int().nonnegative() })),
  },

  /** The findings of a check by subject: those that are open, or those that were found intended. */
  findings: {
    input: z.object({ check: Check, show: z.enum(['open', 'intended']) }),
    output: z.array(Subject),
  },

  /** Of those that are still found. */
  describe: {
    input: z.object({ check: Check, subjects: z.array(Subject).max(200) }),
    output: z.array(Finding),
  },

  /** They are intended, in the judgement of this person, until what they are about changes. One step. */
  dismiss: {
    input: z.object({ check: Check, subjects: z.array(Subject).min(1).max(10_000) }),
    output: z.void(),
  },
  /** They are open again. One step. */
  takeBack: {
    input: z.object({ check: Check, subjects: z.array(Subject).min(1).max(10_000) }),
    output: z.void(),
  },
} as const
