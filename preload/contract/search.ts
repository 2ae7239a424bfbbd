import { z } from 'zod'
import { mostCreated } from './annotation.ts'
import { AnnotationFilter, allDocuments, DocumentFilter } from './filter.ts'
import { DocumentId, LinkTypeId, TagId } from './ids.ts'

/**
 * Where hits may stand, seen from annotations that fit: `in` one, `outside` all, or in one `sentence` or `paragraph`
 * with one, or no more than `words` words from one. `link`: whether it has one, of that type where one is given.
 */
export const Passages = AnnotationFilter.extend({
  at: z.enum(['in', 'outside', 'sentence', 'paragraph', 'words']),
  words: z.int().min(1).max(1000).default(10),
  link: z.enum(['any', 'has', 'lacks']).default('any'),
  linkTypeId: LinkTypeId.nullable().default(null),
})
export type Passages = z.infer<typeof Passages>

/** What is looked for, and where. */
export const SearchAsked = z.object({
  /** In the language of searches (`parseQuery`). */
  query: z.string().max(10_000),
  matchCase: z.boolean().default(false),
  matchAccents: z.boolean().default(false),
  /** In what words that are asked for together must stand. */
  together: z.enum(['paragraph', 'document']).default('paragraph'),
  documents: DocumentFilter.default(allDocuments),
  passages: Passages.nullable().default(null),
})
export type SearchAsked = z.infer<typeof SearchAsked>

/** `left-2`: by the second word to the left of the hit, then by its neighbours. */
export const LineOrder = z.enum([
  'text',
  'date',
  'hit',
  'left-1',
  'left-2',
  'left-3',
  'right-1',
  'right-2',
  'right-3',
])
export type LineOrder = z.infer<typeof LineOrder>

/**
 * A hit with what stands around it. `start` and `end` are UTF-16 code units of the document’s text; the context has
 * line breaks as spaces.
 */
export const ConcordanceLine = z.object({
  documentId: DocumentId,
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  left: z.string(),
  hit: z.string(),
  right: z.string(),
})
export type ConcordanceLine = z.infer<typeof ConcordanceLine>

/** Hits beyond this are neither listed nor counted. */
export const mostHits = 1_000_000
/** Lines that are given in one answer. */
export const mostLines = 20_000

/** `id` names the result for what is asked about it next; the latest few are kept until the texts change. */
export const SearchResult = z.object({
  id: z.int(),
  /** Whether all was looked through; else `hits` and `documents` are those so far, and more may come. */
  counted: z.boolean(),
  hits: z.int().nonnegative(),
  /** Documents with a hit. */
  documents: z.int().nonnegative(),
  /** Documents that were looked through, and their words. */
  searched: z.int().nonnegative(),
  words: z.int().nonnegative(),
  /** There are more than are listed. */
  more: z.boolean(),
  /** The first lines in the order asked for. */
  lines: z.array(ConcordanceLine),
})
export type SearchResult = z.infer<typeof SearchResult>

/** A word of the texts. `deviation`: Gries’ DP, 0 where it is spread as the texts are long, near 1 where it stands in few. */
export const WordRow = z.object({
  word: z.string(),
  count: z.int(),
  documents: z.int(),
  deviation: z.number(),
})
export type WordRow = z.infer<typeof WordRow>

/** A word that stands near the hits more often than chance has it. `likelihood`: Dunning’s log-likelihood, G². */
export const CollocateRow = z.object({
  word: z.string(),
  near: z.int(),
  count: z.int(),
  expected: z.number(),
  likelihood: z.number(),
})
export type CollocateRow = z.infer<typeof CollocateRow>

const Result = z.int()

export const search = {
  /** Reads the texts for searching, with progress under `task`; at once where that is done. */
  prepare: { input: z.object({ task: z.string().min(1) }), output: z.void() },

  /**
   * Looks through the project, with progress under `task` where it takes long. Fails with `bad-input` where the query
   * cannot be read, with `cancelled` where it was given up.
   */
  run: {
    input: z.object({
      task: z.string().min(1),
      asked: SearchAsked,
      order: LineOrder.default('text'),
      lines: z.int().min(0).max(mostLines).default(50),
      /**
       * Answers with the first lines as soon as they are known, where the search takes more than a moment; `count`
       * then gives the rest. Lines sorted by anything but the order of the texts need all hits and come with the count.
       */
      early: z.boolean().default(false),
    }),
    output: SearchResult,
  },

  /**
   * All of a result that was answered early, with progress under `task`; `soFar`: what was found until now, at once.
   * Fails with `not-found` when it is not kept any more, with `cancelled` where it was given up.
   */
  count: {
    input: z.object({
      task: z.string().min(1),
      id: Result,
      soFar: z.boolean().default(false),
      order: LineOrder.default('text'),
      lines: z.int().min(0).max(mostLines).default(0),
    }),
    output: SearchResult,
  },

  /** Lines of a result from the `from`th on. Fails with `not-found` when the result is not kept any more. */
  lines: {
    input: z.object({
      id: Result,
      order: LineOrder.default('text'),
      from: z.int().nonnegative(),
      count: z.int().min(1).max(mostLines),
    }),
    output: z.array(ConcordanceLine),
  },

  /** The same for single places in that order. */
  linesAt: {
    input: z.object({
      id: Result,
      order: LineOrder.default('text'),
      at: z.array(z.int().nonnegative()).max(mostLines),
    }),
    output: z.array(ConcordanceLine),
  },

  /** The tags of the annotations that share a character with each place, in no order; none where nothing is tagged. */
  tagsAt: {
    input: z.object({
      places: z.array(ConcordanceLine.pick({ documentId: true, start: true, end: true })).max(1000),
    }),
    output: z.array(z.array(TagId)),
  },

  /** Lines at single places, as CSV (RFC 4180) for a spreadsheet: with a heading, and title and day of each document. */
  csvOf: {
    input: z.object({
      id: Result,
      order: LineOrder.default('text'),
      at: z.array(z.int().nonnegative()).max(mostLines),
    }),
    output: z.string(),
  },

  /**
   * Tags hits as one step: those at these places in that order, or all where `at` is null. Those that this annotator
   * has given the tag already are passed over and counted. Fails with `bad-input` where there are too many for one
   * step.
   */
  createAnnotations: {
    input: z.object({
      id: Result,
      tagId: TagId,
      order: LineOrder.default('text'),
      at: z.array(z.int().nonnegative()).max(mostCreated).nullable(),
    }),
    output: z.object({ created: z.int().nonnegative(), skipped: z.int().nonnegative() }),
  },

  /** The words of the documents that fit, whatever is searched for in them, the most frequent first. */
  words: {
    input: z.object({
      documents: DocumentFilter,
      /** Only words that hold this. */
      holding: z.string().max(200).default(''),
      sort: z.enum(['count', 'word', 'documents', 'deviation']).default('count'),
      limit: z.int().min(1).max(mostLines).default(2000),
    }),
    output: z.object({ rows: z.array(WordRow), different: z.int(), words: z.int() }),
  },

  /** Words within so many words of the hits, the likeliest first. */
  collocates: {
    input: z.object({
      id: Result,
      left: z.int().min(0).max(20),
      right: z.int().min(0).max(20),
      /** Only those that stand near a hit at least so often. */
      least: z.int().min(1).default(3),
      sort: z.enum(['likelihood', 'near', 'count', 'word']).default('likelihood'),
      limit: z.int().min(1).max(mostLines).default(500),
    }),
    output: z.array(CollocateRow),
  },
} as const
