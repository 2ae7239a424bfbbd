import { z } from 'zod'
import { AnnotationId, ClaimId, DocumentId, LinkId, LinkTypeId, TagId } from './ids.ts'
import { ReadingCopy } from './reading-copy.ts'
import { SaidBy } from './said-by.ts'

// Claims and what answers them, as two columns. There may be 20,000 claims with 100,000 answers, so which there are
// comes as columns of numbers, and what they say is asked for by those that are in sight.

/**
 * Something that can be answered: the id of a claim, or minus the id of an annotation that states no claim. Links
 * of a claim’s mentions count for the claim.
 */
export const Answered = z.int()

/**
 * An answer: the id of a link whose source answers; minus that id where its target does, as a link of a symmetric
 * type does when it is seen from its source.
 */
export const Answering = z.int().refine((id) => id !== 0, 'an answer is a link')

export const ConfrontationOrder = z.enum(['document', 'date', 'speaker'])
export type ConfrontationOrder = z.infer<typeof ConfrontationOrder>

/** Which claims stand left, and how they are sorted. `only`: one of them alone. */
export const ConfrontationChoice = z.object({
  order: ConfrontationOrder,
  show: z.enum(['all', 'answered', 'unanswered']),
  only: Answered.nullable(),
})
export type ConfrontationChoice = z.infer<typeof ConfrontationChoice>

/** Answers to one thing, in the order asked for. */
export const AnswerColumns = z.object({
  /** Each as `Answering`. */
  answer: z.instanceof(Int32Array),
  /** Who answers, as `Answered`; 0 where a link does. */
  by: z.instanceof(Int32Array),
  /** How many answers there are to this answer. */
  further: z.instanceof(Int32Array),
})
export type AnswerColumns = z.infer<typeof AnswerColumns>

export const ConfrontationColumns = AnswerColumns.extend({
  /** Each as `Answered`. */
  claim: z.instanceof(Int32Array),
  /** Where the answers to each claim begin; one more than there are claims. */
  start: z.instanceof(Int32Array),
  /** 1 where a link stands against the claim, which may have answers to what supports it alone. */
  answered: z.instanceof(Uint8Array),
  /** How many there are whatever is shown: claims, those that nothing stands against, and what else is answered. */
  claims: z.int().nonnegative(),
  /** How many of the claims have a card; the others are passages that state none. */
  cards: z.int().nonnegative(),
  unanswered: z.int().nonnegative(),
  others: z.int().nonnegative(),
})
export type ConfrontationColumns = z.infer<typeof ConfrontationColumns>

/** A passage with enough to recognise it by. */
export const PassageBrief = SaidBy.extend({
  id: AnnotationId,
  documentId: DocumentId,
  title: z.string(),
  date: z.string(),
  tagId: TagId,
})
export type PassageBrief = z.infer<typeof PassageBrief>

export const ConfrontedClaim = z.object({
  claim: Answered,
  /** Its statement, or the words of the passage. */
  words: z.string(),
  /** How many passages state it; 0 for an implicit one, 1 for a passage without a claim. */
  mentions: z.int().nonnegative(),
  /** Where it is first stated; null for an implicit one. */
  passage: PassageBrief.nullable(),
})
export type ConfrontedClaim = z.infer<typeof ConfrontedClaim>

export const ConfrontedAnswer = z.object({
  answer: Answering,
  linkId: LinkId,
  linkTypeId: LinkTypeId,
  /** Of the passage that answers; of a claim without one its statement. */
  words: z.string(),
  /** The claim that it states. */
  states: z.object({ id: ClaimId, statement: z.string() }).nullable(),
  passage: PassageBrief.nullable(),
  /** What it attacks: the claim, the step of the answer before it, or a link that supports it. */
  against: z.enum(['claim', 'step', 'support']),
  /** The passage that is answered; null where an implicit claim is. */
  to: PassageBrief.nullable(),
  note: z.string(),
})
export type ConfrontedAnswer = z.infer<typeof ConfrontedAnswer>

export const ConfrontationFormat = z.enum(['docx', 'html', 'csv'])
export type ConfrontationFormat = z.infer<typeof ConfrontationFormat>

/** How deep answers to answers go on paper and in files: 1 for the answers to the claims alone. */
export const ConfrontationDepth = z.int().min(1).max(4)

/** A thread from a passage to one in the text beside it. */
export const ThreadEnd = z.object({ linkId: LinkId, linkTypeId: LinkTypeId, to: AnnotationId })
export type ThreadEnd = z.infer<typeof ThreadEnd>

/** How many threads are told at most: more could not be told apart. */
export const mostThreads = 24

/** What goes on paper or into a file. */
export const ConfrontationCopy = ConfrontationChoice.extend({ depth: ConfrontationDepth })
export type ConfrontationCopy = z.infer<typeof ConfrontationCopy>

export const confrontation = {
  columns: { input: ConfrontationChoice, output: ConfrontationColumns },

  /** The answers to an answer. Those that the link itself gives are left out, since they stand above. */
  further: { input: z.object({ answer: Answering, order: ConfrontationOrder }), output: AnswerColumns },

  /** What these say, in no order; those that have gone are left out. */
  details: {
    input: z.object({ claims: z.array(Answered).max(500), answers: z.array(Answering).max(500) }),
    output: z.object({ claims: z.array(ConfrontedClaim), answers: z.array(ConfrontedAnswer) }),
  },

  /**
   * The threads of a passage into a document, by link: to what it is linked with, and what its claim is; for a claim at
   * the other end to its mentions there, for a link to where that begins; and to what attacks the links it begins.
   */
  threads: { input: z.object({ from: AnnotationId, into: DocumentId }), output: z.array(ThreadEnd) },

  /** A page for paper. `fonts`: a style sheet of the program’s. Fails with `bad-input` when that would be too long. */
  copy: {
    input: z.object({ copy: ConfrontationCopy, fonts: z.string().nullable().default(null) }),
    output: ReadingCopy,
  },

  /**
   * Fails as `copy` does, CSV never; with `target-exists` unless `replace`. Sends `progress` events with the same
   * `task`, and can be cancelled.
   */
  write: {
    input: z.object({
      task: z.string().min(1),
      copy: ConfrontationCopy,
      format: ConfrontationFormat,
      to: z.string().min(1),
      replace: z.boolean().default(false),
    }),
    output: z.object({ path: z.string(), claims: z.int().nonnegative() }),
  },

  /** Where an annotation stands in it: as the claim that it states, or for itself; null where nothing answers it and it is no claim. */
  find: { input: z.object({ annotation: AnnotationId }), output: Answered.nullable() },
} as const
