import { z } from 'zod'
import { AnnotationHit } from './annotation.ts'
import { Filter, noFilter } from './filter.ts'
import { AnnotationId, ClaimId, DocumentId } from './ids.ts'

/**
 * What is still to be done, as lists that are never out of date:
 * `unanswered`: claims that no link of a rebutting type ends at, nor at any of their mentions;
 * `one-voice`: claims that have answers, all of them by one and the same speaker;
 * `made-after`: claims first stated after a day, by the dates of documents;
 * `no-target`: passages tagged as an answer that answer nothing;
 * `no-claim`: passages tagged as a claim that state none;
 * `nothing-linked`: documents of which no passage is linked.
 * A link of a claim counts for its mentions too; a link of a mention counts for the claim, and not for other mentions.
 */
export const workLists = [
  'unanswered',
  'one-voice',
  'made-after',
  'no-target',
  'no-claim',
  'nothing-linked',
] as const
export const WorkListName = z.enum(workLists)
export type WorkListName = z.infer<typeof WorkListName>

/** What a list is made of. */
export const entriesOf = {
  unanswered: 'claim',
  'one-voice': 'claim',
  'made-after': 'claim',
  'no-target': 'annotation',
  'no-claim': 'annotation',
  'nothing-linked': 'document',
} as const satisfies Record<WorkListName, string>

/**
 * `project`: claims as they were made, passages and documents as they stand in the project. `date`: by the date of the
 * document, of claims by that of their first mention; undated last. `mentions`: the most mentions first, of claims alone.
 */
export const WorkListOrder = z.enum(['project', 'date', 'mentions'])
export type WorkListOrder = z.infer<typeof WorkListOrder>

/**
 * A filter chooses which entries are listed; why one is listed is found in the whole project. A claim fits where one of
 * its mentions does, so an implicit one fits no filter; a document where it fits itself and, if passages are asked for,
 * one of its passages does.
 */
export const WorkListAsked = z.object({
  list: WorkListName,
  filter: Filter.default(noFilter),
  order: WorkListOrder.default('project'),
  /** For `made-after`: ISO 8601, possibly only a year or a month, which are then over. '' lists none. */
  after: z.string().max(40).default(''),
})
export type WorkListAsked = z.infer<typeof WorkListAsked>

/** Why an entry is listed. */
export const Why = z.discriminatedUnion('why', [
  z.object({ why: z.literal('unanswered'), mentions: z.int() }),
  /** `links`: how many answers there are. */
  z.object({ why: z.literal('one-voice'), name: z.string(), links: z.int() }),
  /** `undated`: mentions in documents without a date. */
  z.object({ why: z.literal('made-after'), first: z.string(), undated: z.int() }),
  /** `links`: what it is linked with all the same. */
  z.object({ why: z.literal('no-target'), links: z.int() }),
  z.object({ why: z.literal('no-claim'), links: z.int() }),
  z.object({ why: z.literal('nothing-linked'), annotations: z.int() }),
])
export type Why = z.infer<typeof Why>

/** An entry as it is shown. `at`: its first mention by date; null where no passage states it. */
export const WorkListRow = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('claim'),
    id: ClaimId,
    statement: z.string(),
    mentions: z.int(),
    at: z
      .object({ id: AnnotationId, documentId: DocumentId, date: z.string(), voice: z.string() })
      .nullable(),
    why: Why,
  }),
  /** `voice`: who says it, by the passage or else by the document; '' where that is not known. */
  z.object({
    kind: z.literal('annotation'),
    id: AnnotationId,
    hit: AnnotationHit,
    voice: z.string(),
    why: Why,
  }),
  z.object({ kind: z.literal('document'), id: DocumentId, why: Why }),
])
export type WorkListRow = z.infer<typeof WorkListRow>

/** Rows that are described in one answer. */
export const mostRows = 500

export const workList = {
  /** The ids of all entries, in order. What they are of, `entriesOf` says. */
  entries: { input: WorkListAsked, output: z.instanceof(Int32Array) },

  /** Of those that are there, in the order asked for. */
  rows: {
    input: z.object({ list: WorkListName, ids: z.array(z.int()).max(mostRows) }),
    output: z.array(WorkListRow),
  },

  /** How many entries each list has under a filter, in the order of `workLists`. */
  counts: {
    input: WorkListAsked.omit({ list: true, order: true }),
    output: z.array(z.int().nonnegative()),
  },
} as const
