import { z } from 'zod'
import { DocumentId, TagId } from './ids.ts'

/** What a copy for reading shows beside the words of the text. */
export const ReadingCopyOptions = z.object({
  annotations: z.boolean(),
  /** Speaker, attributes and confidence. */
  details: z.boolean().default(true),
  notes: z.boolean(),
  links: z.boolean(),
  legend: z.boolean(),
  /** Where notes stand: beside their passage, or all together after the text. */
  placement: z.enum(['beside', 'end']),
  /** Whose passages are shown, with all that is said of them; null for all. */
  tagIds: z.array(TagId).nullable().default(null),
})
export type ReadingCopyOptions = z.infer<typeof ReadingCopyOptions>

export const Paper = z.enum(['A4', 'Letter'])
export type Paper = z.infer<typeof Paper>

/**
 * A page of its own: `html` holds `style` in its head, and nothing in it is fetched or run. `runsFromRight`: it is to be
 * read from right to left.
 */
export const ReadingCopy = z.object({
  title: z.string(),
  runsFromRight: z.boolean(),
  html: z.string(),
  style: z.string(),
})
export type ReadingCopy = z.infer<typeof ReadingCopy>

/** More would be a page that no printer is given at once. */
export const mostPrintedCharacters = 8_000_000

export const readingCopy = {
  /** A whole document with what is said about it, for paper or to give away. `fonts`: a style sheet of the program’s. */
  make: {
    input: z.object({
      documentId: DocumentId,
      options: ReadingCopyOptions,
      fonts: z.string().nullable().default(null),
    }),
    output: ReadingCopy,
  },

  /**
   * Documents one after the other, each on a sheet of its own, after a list of them; of null all. Fails with
   * `bad-input` where they have more than `mostPrintedCharacters`.
   */
  makeSeveral: {
    input: z.object({
      documentIds: z.array(DocumentId).nullable(),
      options: ReadingCopyOptions,
      fonts: z.string().nullable().default(null),
    }),
    output: ReadingCopy,
  },
} as const
