import { z } from 'zod'
import { AnnotatorId, DocumentId, LinkTypeId, SpeakerId, TagId } from './ids.ts'

/**
 * Passages that a number counts: all that fit everything said here. `claims`: tagged as a claim; `answered` and
 * `unanswered` are these with and without a link against them or their claim; `without-card` states no claim;
 * `awaiting`: see `awaitedAttributes`.
 */
export const CountedPassages = z.strictObject({
  of: z.literal('passages'),
  documentId: DocumentId.optional(),
  tagId: TagId.optional(),
  /** Null: those of nobody. */
  speakerId: SpeakerId.nullable().optional(),
  annotatorId: AnnotatorId.optional(),
  state: z
    .enum(['any', 'claims', 'answered', 'unanswered', 'without-card', 'unlinked', 'awaiting'])
    .default('any'),
})
export type CountedPassages = z.infer<typeof CountedPassages>

/** Links that a number counts. `across`: between passages of two documents. */
export const CountedLinks = z.strictObject({
  of: z.literal('links'),
  linkTypeId: LinkTypeId.optional(),
  across: z.boolean().default(false),
})
export type CountedLinks = z.infer<typeof CountedLinks>

export const Counted = z.discriminatedUnion('of', [CountedPassages, CountedLinks])
export type Counted = z.infer<typeof Counted>

/** `documents`: in how many there is one. `claims` are those tagged as a claim, `unanswered` some of these. */
const PassageCounts = z.object({
  passages: z.int(),
  documents: z.int(),
  claims: z.int(),
  unanswered: z.int(),
})
export type PassageCounts = z.infer<typeof PassageCounts>

/** What is not in the window’s mirror of documents and claims. What has no passage or link is left out of the lists. */
export const OverviewCounts = z.object({
  all: PassageCounts.extend({ withoutCard: z.int(), unlinked: z.int() }),
  links: z.int(),
  /** Links between passages of two documents. */
  across: z.int(),
  tags: z.array(PassageCounts.extend({ id: TagId })),
  /** Null: passages of nobody. */
  speakers: z.array(PassageCounts.extend({ id: SpeakerId.nullable() })),
  annotators: z.array(PassageCounts.extend({ id: AnnotatorId })),
  linkTypes: z.array(z.object({ id: LinkTypeId, links: z.int(), across: z.int() })),
})
export type OverviewCounts = z.infer<typeof OverviewCounts>

export const overview = {
  counts: { input: z.void(), output: OverviewCounts },

  /** How many passages wait for an attribute. By itself, since their values must be read. */
  awaiting: { input: z.void(), output: z.int() },

  /**
   * The ids of what a number counts: passages by the date of their documents, undated ones last, then in project and
   * reading order; links in the order they were made.
   */
  list: { input: Counted, output: z.instanceof(Int32Array) },
} as const
