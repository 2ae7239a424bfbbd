import { z } from 'zod'
import { AnnotationHit } from './annotation.ts'
import { AnnotationId, AnnotatorId, ClaimId, DocumentId, LinkId, LinkTypeId } from './ids.ts'

/** One end of a link: an annotation, a claim, or another link (so that an undercut can attack the step itself). */
export const LinkEnd = z.union([
  z.strictObject({ annotation: AnnotationId }),
  z.strictObject({ claim: ClaimId }),
  z.strictObject({ link: LinkId }),
])
export type LinkEnd = z.infer<typeof LinkEnd>

/** A typed tie between two ends. */
export const Link = z.object({
  id: LinkId,
  uid: z.string(),
  linkTypeId: LinkTypeId,
  source: LinkEnd,
  target: LinkEnd,
  annotatorId: AnnotatorId,
  strength: z.number().min(0).max(1).nullable(),
  status: z.string(),
  note: z.string(),
  created: z.iso.datetime(),
})
export type Link = z.infer<typeof Link>

/** An end as people see it. */
export const DescribedEnd = z.union([
  z.object({ kind: z.literal('annotation'), annotation: AnnotationHit }),
  z.object({ kind: z.literal('claim'), claim: ClaimId, statement: z.string() }),
  /** `words` name its type and both ends in one line. */
  z.object({ kind: z.literal('link'), link: LinkId, words: z.string() }),
])
export type DescribedEnd = z.infer<typeof DescribedEnd>

/** A link as seen from one of its ends: `outgoing` when this end is its source. */
export const SeenLink = z.object({ link: Link, outgoing: z.boolean(), other: DescribedEnd })
export type SeenLink = z.infer<typeof SeenLink>

/**
 * The same with what is said of the step itself. `inheritedFrom`: it is a link of the claim that the annotation states,
 * and not of the annotation. `onto`: links that end at this link, what stands against it first; absent without any.
 */
export const LinkFromHere = SeenLink.extend({
  inheritedFrom: ClaimId.optional(),
  onto: z.array(SeenLink).optional(),
})
export type LinkFromHere = z.infer<typeof LinkFromHere>

/**
 * What the links of a document say of each of its annotations that has one or is answered, as columns. `answered`: a
 * link stands against the annotation itself or against the claim that it states, be it against another of its mentions;
 * of a symmetric type either end counts.
 */
export const LinkMarks = z.object({
  annotation: z.instanceof(Int32Array),
  /** How many links have it at one end or at both. */
  links: z.instanceof(Int32Array),
  /** 1 or 0. */
  answered: z.instanceof(Uint8Array),
})
export type LinkMarks = z.infer<typeof LinkMarks>

export const link = {
  get: { input: z.object({ id: LinkId }), output: Link },

  /**
   * The links of an end, by type, then by the other document’s date. Of an annotation those of the claim that it states
   * come after its own, as inherited.
   */
  of: { input: LinkEnd, output: z.array(LinkFromHere) },

  marks: { input: z.object({ documentId: DocumentId }), output: LinkMarks },

  describe: {
    input: z.object({ ends: z.array(LinkEnd).max(100) }),
    output: z.array(DescribedEnd.nullable()),
  },

  /**
   * Fails with `same-ends` when source and target are one, with `circle` when links would point at each other in a
   * circle, with `exists` when the same link of the same type and annotator is there already.
   */
  create: {
    input: z.object({
      linkTypeId: LinkTypeId,
      source: LinkEnd,
      target: LinkEnd,
      note: z.string().default(''),
    }),
    output: Link,
  },

  /** `reverse` swaps source and target. */
  update: {
    input: z.object({
      id: LinkId,
      change: z
        .object({
          linkTypeId: LinkTypeId,
          strength: z.number().min(0).max(1).nullable(),
          status: z.string(),
          note: z.string().max(1_000_000),
          reverse: z.literal(true),
        })
        .partial(),
    }),
    output: Link,
  },

  /** Links onto it go with it. */
  delete: { input: z.object({ ids: z.array(LinkId).min(1) }), output: z.void() },
} as const
