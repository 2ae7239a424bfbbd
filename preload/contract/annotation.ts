import { z } from 'zod'
import { AnnotationId, AnnotatorId, ClaimId, DocumentId, SpeakerId, TagId } from './ids.ts'
import { Span } from './text.ts'

export const AttributeValue = z.union([z.string(), z.number(), z.boolean()])
export const AttributeValues = z.record(z.string(), AttributeValue)
export type AttributeValues = z.infer<typeof AttributeValues>

/** In reading order, none overlapping or touching another; several make a discontinuous annotation. */
export const Spans = z
  .array(Span)
  .min(1)
  .refine(
    (spans) => spans.every((span, i) => i === 0 || spans[i - 1]!.end < span.start),
    'spans must be in reading order and apart',
  )

/** What the text view needs of an annotation. */
export const AnnotationBrief = z.object({
  id: AnnotationId,
  documentId: DocumentId,
  tagId: TagId,
  annotatorId: AnnotatorId,
  claimId: ClaimId.nullable(),
  speakerId: SpeakerId.nullable(),
  spans: Spans,
})
export type AnnotationBrief = z.infer<typeof AnnotationBrief>

/** A passage with a tag. `quote` has the words of each span. */
export const Annotation = AnnotationBrief.extend({
  uid: z.string(),
  quote: z.array(z.string()),
  attributes: AttributeValues,
  confidence: z.number().min(0).max(1).nullable(),
  note: z.string(),
  created: z.iso.datetime(),
})
export type Annotation = z.infer<typeof Annotation>

/**
 * The annotations of one document as columns, one row a span, by start; of two that start together the longer
 * first, then by id. A discontinuous annotation has several rows with the same `annotation`. 0 means none.
 * Columns, because 50,000 objects take 40 times as long to cross to the window.
 */
export const AnnotationColumns = z.object({
  annotation: z.instanceof(Int32Array),
  start: z.instanceof(Int32Array),
  end: z.instanceof(Int32Array),
  tag: z.instanceof(Int32Array),
  annotator: z.instanceof(Int32Array),
  claim: z.instanceof(Int32Array),
})
export type AnnotationColumns = z.infer<typeof AnnotationColumns>

/** An annotation among others of the project, with enough to recognise it by. */
export const AnnotationHit = AnnotationBrief.extend({
  quote: z.array(z.string()),
  documentTitle: z.string(),
  documentDate: z.string(),
})
export type AnnotationHit = z.infer<typeof AnnotationHit>

const NewAnnotation = z.object({
  documentId: DocumentId,
  tagId: TagId,
  spans: Spans,
})

const change = z
  .object({
    tagId: TagId,
    spans: Spans,
    speakerId: SpeakerId.nullable(),
    claimId: ClaimId.nullable(),
    attributes: AttributeValues,
    confidence: z.number().min(0).max(1).nullable(),
    note: z.string().max(1_000_000),
  })
  .partial()

export const annotation = {
  columns: { input: z.object({ documentId: DocumentId }), output: AnnotationColumns },

  /** Fails with `not-found` when it has gone. */
  get: { input: z.object({ id: AnnotationId }), output: Annotation },

  /** Annotations whose words, note or document title hold every word asked for; most recent first. */
  search: {
    input: z.object({ words: z.string().max(1000), limit: z.int().min(1).max(500).default(50) }),
    output: z.array(AnnotationHit),
  },

  /** Fails with `not-found` when the document has gone, with `bad-span` when a span leaves the text or splits a surrogate pair. */
  create: { input: NewAnnotation, output: Annotation },

  /** Changes to the same text field within a second of each other become one step of the history. */
  update: { input: z.object({ id: AnnotationId, change }), output: Annotation },

  /** Their links go with them. One step, however many. */
  delete: { input: z.object({ ids: z.array(AnnotationId).min(1) }), output: z.void() },
} as const
