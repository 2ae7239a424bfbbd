import { z } from 'zod'
import { AnnotationId, AnnotatorId, ClaimId, DocumentId, SpeakerId, TagId } from './ids.ts'
import { Tag, TagName } from './tag.ts'
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
  /** The version of the tag’s definition under which it was made or last found right; 0: that of another tag. */
  tagVersion: z.int().nonnegative(),
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
  /** Whom the turn that it begins in names, as the source writes it; absent where a speaker is set, or nobody is named. */
  turn: z.string().optional(),
})
export type AnnotationHit = z.infer<typeof AnnotationHit>

/**
 * What is gone to: annotations of one tag, those with no link, claims that no link stands against, or those that wait
 * for an attribute (see `awaitedAttributes`).
 */
export const Sought = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('any') }),
  z.strictObject({ kind: z.literal('tag'), tagId: TagId }),
  z.strictObject({ kind: z.literal('unlinked') }),
  z.strictObject({ kind: z.literal('unanswered') }),
  z.strictObject({ kind: z.literal('awaiting') }),
])
export type Sought = z.infer<typeof Sought>

const seeking = {
  sought: Sought,
  step: z.union([z.literal(1), z.literal(-1)]),
  /** Tags that are passed over, because they are hidden. */
  hidden: z.array(TagId).default([]),
}

const NewAnnotation = z.object({
  documentId: DocumentId,
  tagId: TagId,
  spans: Spans,
})

/** Of someone of the register or someone new; '' for nobody. */
const SpeakerName = z.string().trim().max(500)

const change = z
  .object({
    tagId: TagId,
    spans: Spans,
    speakerId: SpeakerId.nullable(),
    /** Instead of `speakerId`: who is not there yet is added in the same step. */
    speakerName: SpeakerName,
    claimId: ClaimId.nullable(),
    attributes: AttributeValues,
    confidence: z.number().min(0).max(1).nullable(),
    note: z.string().max(1_000_000),
  })
  .partial()

/** What can be changed of many annotations in one go. */
const changeOfMany = z
  .object({
    tagId: TagId,
    speakerName: SpeakerName,
    confidence: z.number().min(0).max(1).nullable(),
    /** One attribute; null takes its value away. */
    attribute: z.object({ name: z.string().min(1), value: AttributeValue.nullable() }),
  })
  .partial()

/** Passages that can be tagged in one go. */
export const mostCreated = 100_000

/** Passages of one span each, as columns, in UTF-16 code units. */
const columnsOfPassages = {
  documentId: DocumentId,
  start: z.instanceof(Int32Array),
  end: z.instanceof(Int32Array),
}
type Columns = { start: Int32Array; end: Int32Array }
const areEven = ({ start, end }: Columns) => start.length === end.length
const unevenColumns = 'each passage needs a start and an end'
const areNotTooMany = ({ start }: Columns) => start.length <= mostCreated
const tooMany = `no more than ${mostCreated} passages in one go`

const TaggedPassages = z.object({
  created: z.int().nonnegative(),
  skipped: z.int().nonnegative(),
  first: AnnotationId.nullable(),
})

export const annotation = {
  columns: { input: z.object({ documentId: DocumentId }), output: AnnotationColumns },

  /** Fails with `not-found` when it has gone. */
  get: { input: z.object({ id: AnnotationId }), output: Annotation },

  /** Annotations whose words, note or document title hold every word asked for; most recent first. */
  search: {
    input: z.object({ words: z.string().max(1000), limit: z.int().min(1).max(500).default(50) }),
    output: z.array(AnnotationHit),
  },

  /** Those of a document that lack an attribute which their tag requires, in no order. */
  lacking: { input: z.object({ documentId: DocumentId }), output: z.array(AnnotationId) },

  /**
   * The next or previous of a document in reading order, from an annotation or from an offset; round at the ends. A
   * discontinuous one counts where it begins. `awaits`: the names of the attributes it waits for, where that is what
   * is sought. Null when there is no other.
   */
  seek: {
    input: z.object({
      documentId: DocumentId,
      from: z.union([
        z.strictObject({ annotation: AnnotationId }),
        z.strictObject({ offset: z.int().nonnegative() }),
      ]),
      ...seeking,
    }),
    output: z.object({ id: AnnotationId, round: z.boolean(), awaits: z.array(z.string()) }).nullable(),
  },

  /** The first such annotation of the next document that has one, or the last of the previous; round the project. */
  seekElsewhere: {
    input: z.object({ documentId: DocumentId, ...seeking }),
    output: z.object({ documentId: DocumentId, id: AnnotationId }).nullable(),
  },

  /**
   * Fails with `not-found` when the document has gone, with `bad-span` when a span leaves the text or splits a
   * surrogate pair, with `exists` when this annotator has given the same passage the same tag already.
   */
  create: { input: NewAnnotation, output: Annotation },

  /**
   * Tags each of many passages, given as columns, as one step. Those that this annotator has given the tag already
   * are passed over and counted. `first`: the first that was made, in the order given. Fails as `create` does, and
   * then tags none.
   */
  createMany: {
    input: z
      .object({ ...columnsOfPassages, tagId: TagId })
      .refine(areEven, unevenColumns)
      .refine(areNotTooMany, tooMany),
    output: TaggedPassages,
  },

  /** As `createMany`, with a tag that is made in the same step unless there is one of that name, whatever its case. */
  createManyWithTag: {
    input: z
      .object({ ...columnsOfPassages, name: TagName })
      .refine(areEven, unevenColumns)
      .refine(areNotTooMany, tooMany),
    output: TaggedPassages.extend({ tag: Tag, isNew: z.boolean() }),
  },

  /** As `create`, with a tag that is made in the same step unless there is one of that name, whatever its case. */
  createWithTag: {
    input: NewAnnotation.omit({ tagId: true }).extend({ name: TagName }),
    output: z.object({ annotation: Annotation, tag: Tag, isNew: z.boolean() }),
  },

  /**
   * Changes to the same text field within a second of each other become one step of the history. Values that a new
   * tag has no use for stay.
   */
  update: { input: z.object({ id: AnnotationId, change }), output: Annotation },

  /**
   * The same change to each, as one step. Tells how many values a new tag has no use for; they stay. Fails with
   * `bad-input` where the attribute is not one of an annotation’s tag.
   */
  updateMany: {
    input: z.object({ ids: z.array(AnnotationId).min(1), change: changeOfMany }),
    output: z.object({ noLongerApply: z.int().nonnegative() }),
  },

  /**
   * Makes one annotation of several with the same document, tag and annotator: `into` gets the passages, links and
   * memos of the others, their notes, and of speaker, claim, confidence and attributes what it has not itself. Tells
   * where another one said something else (`differing`, by name) and how many links went because they tied the joined
   * ones to each other or said the same twice. Fails with `bad-input` where they do not go together.
   */
  join: {
    input: z.object({ into: AnnotationId, ids: z.array(AnnotationId).min(1) }),
    output: z.object({
      annotation: Annotation,
      differing: z.array(z.string()),
      linksGone: z.int().nonnegative(),
    }),
  },

  /**
   * Cuts an annotation at offsets (UTF-16 code units), inside its spans or between them; white space at the cuts goes.
   * The first part stays the annotation it was, with its links, claim, note and memos; the others get its tag,
   * annotator, speaker, confidence and attributes. In reading order. Fails with `bad-input` where nothing is cut.
   */
  split: {
    input: z.object({ id: AnnotationId, at: z.array(z.int().nonnegative()).min(1) }),
    output: z.array(Annotation),
  },

  /** Those of a document that were made under an earlier definition of their tag and not looked at since. */
  outdated: { input: z.object({ documentId: DocumentId }), output: z.array(AnnotationId) },

  /**
   * The next or previous of these in project order, going round at the end: from an annotation, or from an offset
   * (UTF-16 code units). Null when there is none. `left` counts them all.
   */
  nextOutdated: {
    input: z.object({
      from: z.union([
        z.object({ annotation: AnnotationId }),
        z.object({ documentId: DocumentId, offset: z.int().nonnegative() }),
      ]),
      step: z.union([z.literal(1), z.literal(-1)]),
    }),
    output: z.object({
      next: z.object({ id: AnnotationId, documentId: DocumentId }).nullable(),
      left: z.int().nonnegative(),
    }),
  },

  /** They are right under the present definition of their tag. One step, however many. Tells how many are left. */
  confirm: {
    input: z.object({ ids: z.array(AnnotationId).min(1) }),
    output: z.object({ left: z.int().nonnegative() }),
  },

  /** Their links go with them. One step, however many. */
  /** `links`: how many have gone with them, those onto such a link too. */
  delete: {
    input: z.object({ ids: z.array(AnnotationId).min(1) }),
    output: z.object({ links: z.number() }),
  },
} as const
