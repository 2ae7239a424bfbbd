import { z } from 'zod'

/** A file format for the codebook alone. */
export const CodebookFormat = z.object({
  name: z.string(),
  title: z.string(),
  reads: z.boolean(),
  writes: z.boolean(),
  /** File ending without the dot. */
  ending: z.string(),
  /** What of a codebook it cannot hold, in words. */
  cannotHold: z.array(z.string()),
})
export type CodebookFormat = z.infer<typeof CodebookFormat>

/** A field in which an entry of the file differs from the one that is there, both in words. */
export const FieldDifference = z.object({ field: z.string(), mine: z.string(), theirs: z.string() })
export type FieldDifference = z.infer<typeof FieldDifference>

/** A tag or link type of a file beside the codebook of the project. `id` is the one in the file. */
export const CodebookEntry = z.object({
  kind: z.enum(['tag', 'link-type']),
  id: z.string(),
  name: z.string(),
  /** Names of the tags it stands under, from the top. */
  path: z.array(z.string()),
  /** The same thing is known by its id, else by its name and place. */
  status: z.enum(['new', 'same', 'differing']),
  differences: z.array(FieldDifference),
})
export type CodebookEntry = z.infer<typeof CodebookEntry>

/** `mine` leaves the project as it is, `theirs` takes the file’s, `both` adds the file’s beside the one there is. */
const EntryChoice = z.object({
  kind: CodebookEntry.shape.kind,
  id: z.string(),
  take: z.enum(['mine', 'theirs', 'both']),
})

export const codebook = {
  formats: { input: z.void(), output: z.array(CodebookFormat) },

  /**
   * Writes beside the target first. Fails with `target-exists` unless `replace`. Tells the full path, and in sentences
   * what of this codebook stands in the file otherwise than here.
   */
  write: {
    input: z.object({ format: z.string(), to: z.string().min(1), replace: z.boolean().default(false) }),
    output: z.object({ path: z.string(), changed: z.array(z.string()) }),
  },

  /** What a file holds beside the codebook there is; changes nothing. Fails with `unreadable`. */
  read: {
    input: z.object({ path: z.string().min(1) }),
    output: z.object({ entries: z.array(CodebookEntry), notes: z.array(z.string()) }),
  },

  /** Enters what was chosen, as one step. What is not named stays as it is. Fails with `unreadable`. */
  enter: {
    input: z.object({ path: z.string().min(1), choices: z.array(EntryChoice) }),
    output: z.object({ added: z.int(), changed: z.int() }),
  },
} as const
