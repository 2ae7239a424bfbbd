import { z } from 'zod'
import { AnnotationId, DocumentId } from './ids.ts'
import { LinkFromHere } from './link.ts'
import { Span } from './text.ts'

/** Characters of a note that a card carries; whoever edits it asks for the annotation. */
export const longestNoteOfCard = 2000
/** Links that a card carries, what stands against the annotation first. */
export const mostLinksOfCard = 12

/** What stands beside an annotation in the margin. Annotations with neither note nor link have no card. */
export const MarginCard = z.object({
  annotation: AnnotationId,
  /** Its first `longestNoteOfCard` characters. */
  note: z.string(),
  links: z.array(LinkFromHere),
  /** How many there are, also those that are not in `links`. */
  linkCount: z.int().nonnegative(),
})
export type MarginCard = z.infer<typeof MarginCard>

/** What is said against an annotation most strongly. */
export const Counter = z.object({
  link: LinkFromHere,
  /** What the link attacks: the annotation, the claim it states, or a link that supports either. */
  against: z.enum(['annotation', 'claim', 'support']),
  /** How many links stand against it altogether. */
  count: z.int().positive(),
})
export type Counter = z.infer<typeof Counter>

export const margin = {
  /** The cards of annotations that begin in a stretch of a document, in reading order; at most 400. */
  cards: { input: z.object({ documentId: DocumentId, within: Span }), output: z.array(MarginCard) },

  /**
   * Of all links against an annotation, against the claim it states or against a link that supports either: the one
   * of most strength; of equal ones the one whose type attacks most directly (rebuts, undercuts, counter-claim,
   * undermines, then the user’s own), then the one from the latest document. Null where nothing stands against it.
   */
  counter: { input: z.object({ annotation: AnnotationId }), output: Counter.nullable() },
} as const
