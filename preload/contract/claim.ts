import { z } from 'zod'
import { AnnotationHit } from './annotation.ts'
import { AnnotationId, ClaimId, StepId } from './ids.ts'
import { DescribedEnd, Link } from './link.ts'
import { Memo } from './memo.ts'
import { Span } from './text.ts'

/** One proposition above its wordings. The annotations that state it are its mentions; without any it is implicit. */
export const Claim = z.object({
  id: ClaimId,
  uid: z.string(),
  statement: z.string(),
  note: z.string(),
  created: z.iso.datetime(),
  mentions: z.int().nonnegative(),
})
export type Claim = z.infer<typeof Claim>

/** A claim as a list shows it. */
export const ClaimSummary = Claim.pick({ id: true, statement: true, created: true, mentions: true }).extend({
  /** The earliest date of a document that states it; '' where none has a date. */
  firstStated: z.string(),
  /** Whether a link stands against the claim or against one of its mentions. */
  answered: z.boolean(),
})
export type ClaimSummary = z.infer<typeof ClaimSummary>

/** A link of a claim or of one of its mentions, as seen from the claim. */
export const ClaimLink = z.object({
  link: Link,
  outgoing: z.boolean(),
  /** What the other end does to the claim; `other` also for what the claim does to others. */
  stance: z.enum(['for', 'against', 'other']),
  /** The mention that it ends at; null where it ends at the claim itself. */
  mention: AnnotationId.nullable(),
  other: DescribedEnd,
  /** The claim that the passage at the other end states. */
  otherClaim: Claim.pick({ id: true, statement: true }).nullable(),
  /** How many links stand against this one. */
  attacked: z.int().nonnegative(),
})
export type ClaimLink = z.infer<typeof ClaimLink>

/** A step of the history that touched a claim, and what it did to it, in short sentences. */
export const ClaimEvent = z.object({
  step: StepId,
  at: z.string(),
  who: z.string(),
  did: z.array(z.string()),
})
export type ClaimEvent = z.infer<typeof ClaimEvent>

/** All that a claim card shows. */
export const ClaimCard = z.object({
  claim: Claim,
  answered: z.boolean(),
  /** By document date, undated last, then in reading order. */
  mentions: z.array(AnnotationHit),
  /** By the other document’s date, undated last. A link within the claim is there once. */
  links: z.array(ClaimLink),
  /** In the order they were made. */
  memos: z.array(Memo),
  /** The latest first. */
  history: z.array(ClaimEvent),
})
export type ClaimCard = z.infer<typeof ClaimCard>

/** A claim that passages may state. `shared`: the words of its statement that they share, as UTF-16 offsets in it. */
export const LikelyClaim = ClaimSummary.pick({ id: true, statement: true, mentions: true }).extend({
  shared: z.array(Span),
  /** From 0, no word in common, to 1, the same words. */
  likeness: z.number(),
})
export type LikelyClaim = z.infer<typeof LikelyClaim>

const statement = z.string().trim().min(1, 'a claim needs a statement').max(10_000)

/** Claims that become one: `ids` go, `into` stays. */
const Merging = z.object({ ids: z.array(ClaimId).min(1), into: ClaimId })

/** What a merging changes. */
export const MergedClaims = z.object({
  mentions: z.int(),
  /** Links of the claims themselves that are the other claim’s now. */
  links: z.int(),
  /** Links that go, because they would join the claim with itself; in words. */
  loops: z.array(z.string()),
  /** Links that go, because the claim that stays has the same already; in words. */
  doubles: z.array(z.string()),
  /** Links onto those that go. They go too. */
  linksOnto: z.int(),
  /** Links that come to join two mentions of the claim with each other; they stay. */
  within: z.int(),
  memos: z.int(),
  /** Notes that are added to the note of the one that stays. */
  notes: z.int(),
  /** The statements that go. */
  statements: z.array(z.string()),
})
export type MergedClaims = z.infer<typeof MergedClaims>

const Splitting = z.object({ id: ClaimId, mentions: z.array(AnnotationId).min(1), statement })

/** What a splitting changes: how much goes along with the mentions, and how much stays. */
export const SplitClaim = z.object({
  /** The new claim. In a preview none has been made. */
  id: ClaimId.nullable(),
  mentions: z.int(),
  /** Links of the mentions that go. */
  links: z.int(),
  mentionsLeft: z.int(),
  /** Links of the claim itself; these stay with it. */
  linksLeft: z.int(),
})
export type SplitClaim = z.infer<typeof SplitClaim>

export const claim = {
  /** In the order they were made. */
  list: { input: z.void(), output: z.array(Claim) },
  /** All `ClaimSummary` in the order they were made, as JSON: as objects 20,000 take several times as long. */
  packed: { input: z.void(), output: z.string() },
  /** Of those that are there. */
  summaries: { input: z.object({ ids: z.array(ClaimId) }), output: z.array(ClaimSummary) },
  /** By document date, undated last, then in reading order. */
  mentions: { input: z.object({ id: ClaimId }), output: z.array(AnnotationHit) },
  /** Fails with `not-found` when it has gone. */
  card: { input: z.object({ id: ClaimId }), output: ClaimCard },

  /**
   * Claims that have words in common with these passages, the likeliest first. With `words`: only those that hold each
   * of them at the beginning of a word, also where they have nothing in common with the passages.
   */
  likely: {
    input: z.object({
      annotationIds: z.array(AnnotationId),
      words: z.string().max(1000).default(''),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.array(LikelyClaim),
  },

  create: { input: z.object({ statement, note: z.string().default('') }), output: Claim },
  /**
   * Makes the annotations mentions of a claim, of a new one where a statement is given, as one step. `changed`: how
   * many did not state it before. `taken`: how many of these stated another one.
   */
  state: {
    input: z.object({
      annotationIds: z.array(AnnotationId).min(1),
      claim: z.union([z.strictObject({ id: ClaimId }), z.strictObject({ statement })]),
    }),
    output: z.object({ claim: Claim, changed: z.int(), taken: z.int() }),
  },
  update: {
    input: z.object({ id: ClaimId, change: z.object({ statement, note: z.string() }).partial() }),
    output: Claim,
  },
  /**
   * One step. Mentions stay as annotations; links to the claims themselves and their memos go with them. Fails with
   * `not-found`, and deletes none, where one of them has gone.
   */
  delete: { input: z.object({ ids: z.array(ClaimId).min(1) }), output: z.void() },

  /**
   * Makes several claims one: mentions, links, memos and notes become those of the one that stays. One step. Tells what
   * it has changed. Fails with `bad-input` without another claim.
   */
  merge: { input: Merging, output: MergedClaims },
  /** What `merge` would tell, without changing anything. */
  previewMerge: { input: Merging, output: MergedClaims },

  /**
   * Makes some mentions of a claim those of a new one. Their links go along; the links of the claim itself, its note
   * and memos stay. One step. Fails with `bad-input` where an annotation is no mention of it.
   */
  split: { input: Splitting, output: SplitClaim },
  previewSplit: { input: Splitting, output: SplitClaim },
} as const
