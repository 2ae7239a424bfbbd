import { z } from 'zod'
import { AnnotationBrief, Spans } from './annotation.ts'
import { AnnotationId, DocumentId } from './ids.ts'
import { Span } from './text.ts'

/** A stretch of a document’s text. */
export const Passage = z.object({ documentId: DocumentId, span: Span })
export type Passage = z.infer<typeof Passage>

/** How one wording stands to another. */
export const Verdict = z.enum([
  /** All the words, and no other. */
  'verbatim',
  /** Words of it in a row, as they are. */
  'part',
  /** No other words, but some are left out inside. */
  'shortened',
  /** There are words that it does not have. */
  'changed',
  /** Hardly a word in common. */
  'other',
])
export type Verdict = z.infer<typeof Verdict>

/** What weighs more than other words. */
export const Sign = z.enum(['number', 'denial'])
export type Sign = z.infer<typeof Sign>

/** A run of words. `gone`: the source alone has them; `new`: the other alone; `around`: not compared. */
export const ComparedPart = z.object({
  kind: z.enum(['same', 'gone', 'new', 'around']),
  words: z.string(),
  sign: Sign.nullable(),
})
export type ComparedPart = z.infer<typeof ComparedPart>

/** One wording against another. `same` and `around` have the words of the other. */
export const Compared = z.object({
  verdict: Verdict,
  /** What differs that weighs more. */
  signs: z.array(Sign),
  /** Only what stands between quotation marks in the other was compared. */
  isQuoted: z.boolean(),
  parts: z.array(ComparedPart),
})
export type Compared = z.infer<typeof Compared>

/** Passages that are compared in one go; of a larger group those that come first. */
export const mostPassages = 100

/** Offers that come at once; the next ones come when these have been judged. */
export const mostOffers = 200

/** What may come along with the tag. */
export const Takes = z.object({
  attributes: z.boolean(),
  confidence: z.boolean(),
  note: z.boolean(),
  memos: z.boolean(),
  speaker: z.boolean(),
  claim: z.boolean(),
  links: z.boolean(),
})
export type Takes = z.infer<typeof Takes>

/** An annotation that could stand in a copy too. */
export const CarryOffer = z.object({
  annotation: AnnotationBrief.extend({
    quote: z.array(z.string()),
    note: z.string(),
    confidence: z.number().nullable(),
    /** How many attributes have a value. */
    attributes: z.int(),
    memos: z.int(),
    /** Of its own, not of its claim. */
    links: z.int(),
  }),
  to: z.object({ documentId: DocumentId, spans: Spans, quote: z.array(z.string()) }),
  /** Words of the passage, and how many of them the copy has. */
  words: z.int(),
  same: z.int(),
  /** Nothing is missing, changed or put in between. */
  isCertain: z.boolean(),
  isDismissed: z.boolean(),
})
export type CarryOffer = z.infer<typeof CarryOffer>

/** `quote`: the words there as they were seen. Fails with `bad-span` when the text there reads differently now. */
const judging = {
  annotationId: AnnotationId,
  to: z.object({ documentId: DocumentId, spans: Spans, quote: z.array(z.string()) }),
}

const Wording = z.union([Passage, z.strictObject({ annotation: AnnotationId })])

export const copy = {
  /**
   * All passages that stand in several documents nearly word for word, as columns by document, then start, in UTF-16
   * code units; those of one group are copies of each other. The first time, and when texts went or changed, it takes a
   * while: `progress` of `task` tells. `looked`: the documents that were looked through.
   */
  passages: {
    input: z.object({ task: z.string() }),
    output: z.object({
      document: z.instanceof(Int32Array),
      start: z.instanceof(Int32Array),
      end: z.instanceof(Int32Array),
      /** How many each has; in scripts without spaces: characters. */
      words: z.instanceof(Int32Array),
      group: z.instanceof(Int32Array),
      looked: z.int(),
    }),
  },

  /** How passages begin, in the order given; '' for one that is not there any more. */
  beginnings: {
    input: z.object({ passages: z.array(Passage).max(500) }),
    output: z.array(z.string()),
  },

  /** Copies with their words, each against the one at `source`, which itself has null. */
  group: {
    input: z.object({ passages: z.array(Passage).min(1).max(mostPassages), source: z.int().nonnegative() }),
    output: z.array(z.object({ words: z.string(), compared: Compared.nullable() })),
  },

  /**
   * Annotations within copies that the others do not have: not with that tag at that place. By the passage they would
   * come to, then in reading order; what is dismissed comes too and says so. At most `mostOffers` that are not.
   */
  offers: {
    input: z.object({ passages: z.array(Passage).min(1).max(mostPassages) }),
    output: z.array(CarryOffer),
  },

  /**
   * Tags the place in the copy as the annotation is, with what of it is wanted, as one step. Memos stay by whoever
   * wrote them. Links keep their other end, or go to what says the same beside the copy (at the same distance, where it
   * is said more than once); those that are there already are passed over. Tells how many memos and links came along. Fails with `exists` when this annotator has tagged it
   * so already.
   */
  carry: {
    input: z.object({ ...judging, takes: Takes }),
    output: z.object({ annotationId: AnnotationId, memos: z.int(), links: z.int() }),
  },

  /** Remembers in the project that the annotation is not wanted there. Undoable. */
  dismiss: { input: z.object(judging), output: z.void() },
  /** Forgets that again. Undoable. Fails with `not-found` when it was not dismissed. */
  takeBack: { input: z.object(judging), output: z.void() },

  /** Compares a wording with the one it may quote or repeat, word by word. */
  compare: {
    input: z.object({ source: Wording, other: Wording }),
    output: Compared.extend({ source: z.string(), other: z.string() }),
  },
} as const
