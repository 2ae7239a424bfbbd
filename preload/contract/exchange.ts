import { z } from 'zod'
import { AnnotatorId, DocumentId } from './ids.ts'
import { PublicationTerms } from './publication.ts'
import { Paper, ReadingCopyOptions } from './reading-copy.ts'

/** A file format the program reads or writes. */
export const Format = z.object({
  name: z.string(),
  title: z.string(),
  reads: z.boolean(),
  writes: z.boolean(),
  /** File endings without the dot. */
  endings: z.array(z.string()),
  /** What an export is: one file, or a folder of files. */
  makes: z.enum(['file', 'folder']),
  /** What of a project it cannot hold, in words. */
  cannotHold: z.array(z.string()),
  /** What an export may be told besides the part of the project: the terms of a publication, or what a copy to read shows. */
  asks: z.enum(['terms', 'reading']).optional(),
})
export type Format = z.infer<typeof Format>

/** Which part of the project: null is all. A link goes out when all its ends do. */
export const ExportChoice = z.object({
  format: z.string(),
  annotatorIds: z.array(AnnotatorId).nullable().default(null),
  documentIds: z.array(DocumentId).nullable().default(null),
  /** Puts the imported files into a folder beside the dataset. */
  withOriginals: z.boolean().default(false),
  /** For formats that ask for them. */
  terms: PublicationTerms.optional(),
  /** For formats that ask for it; otherwise all is shown, with notes beside the text. */
  reading: ReadingCopyOptions.optional(),
  /** Of pages; A4 where nothing is said. */
  paper: Paper.optional(),
})
export type ExportChoice = z.infer<typeof ExportChoice>

/** Something of the chosen part that will not be in the dataset, and how many of them. */
export const Loss = z.object({
  what: z.string(),
  count: z.int().positive(),
  /** It stands beside the dataset, in `links.jsonl` and `loss.json`. */
  beside: z.literal(true).optional(),
})
export type Loss = z.infer<typeof Loss>

/** How much of each kind an export holds, what it lacks, and how many annotations lack what their tag requires. */
export const Contents = z.object({
  counts: z.record(z.string(), z.int()),
  losses: z.array(Loss),
  unanswered: z.int().nonnegative(),
})
export type Contents = z.infer<typeof Contents>

export const ExportReport = Contents.extend({
  /** Files written, as full paths. */
  paths: z.array(z.string()),
  /** Sentences about what was written that a person should read. */
  notes: z.array(z.string()),
})
export type ExportReport = z.infer<typeof ExportReport>

export const exchange = {
  formats: { input: z.void(), output: z.array(Format) },

  /** What an export would write and what it would drop, before anything is written. */
  preview: {
    input: ExportChoice,
    output: Contents,
  },

  /**
   * Writes beside the target first and renames at the end, so that no half dataset stands there. Fails with
   * `target-exists` unless `replace`. Sends an `exporting` event before it writes, then `progress` events with the same
   * `task`.
   */
  write: {
    input: ExportChoice.extend({
      task: z.string().min(1),
      to: z.string().min(1),
      replace: z.boolean().default(false),
    }),
    output: ExportReport,
  },
} as const
