import { z } from 'zod'
import { ImportReport, Metadata } from './document.ts'
import { FileChoices, FileReading } from './file-reading.ts'
import { DocumentId } from './ids.ts'

/** What the program guessed of a file and nobody has said: a person should look at it. */
export const Guessed = z.enum(['encoding', 'date', 'language', 'turns', 'table'])
export type Guessed = z.infer<typeof Guessed>

/** A text that is there twice: the very same file, or the same letters and digits in the same order. */
export const SameText = z.object({
  by: z.enum(['file', 'text']),
  where: z.enum(['project', 'chosen']),
  /** What the other one is called: the document’s title, or the file’s name. */
  name: z.string(),
  documentId: DocumentId.nullable(),
})
export type SameText = z.infer<typeof SameText>

/**
 * A file on the desk. `waiting` until it was looked at; an `exchange` file brings a whole dataset and has nothing to
 * correct here. `metadata` and `title` are as the file says, else as guessed (then `guessed` names them).
 */
export const DeskFile = z.object({
  /** Its number on this desk, from 0, in the order in which the documents will come. */
  id: z.int().nonnegative(),
  path: z.string(),
  name: z.string(),
  state: z.enum(['waiting', 'read', 'exchange', 'failed']),
  /** Why it cannot come in; '' otherwise. */
  problem: z.string(),
  /** A format’s name; '' while unknown. */
  format: z.string(),
  choices: FileChoices,
  reading: FileReading,
  title: z.string(),
  metadata: Metadata,
  guessed: z.array(Guessed),
  /** Where a guessed date stands; null where none was guessed. */
  dateFrom: z.enum(['name', 'text']).nullable(),
  /** How many documents it becomes. */
  documents: z.int().nonnegative(),
  words: z.int().nonnegative(),
  /** Sentences on what was changed or left out. */
  notes: z.array(z.string()),
  same: SameText.nullable(),
})
export type DeskFile = z.infer<typeof DeskFile>

/** `title` and `metadata` as the person left them; those of a table’s rows fill what its columns leave empty. */
export const FileToBring = z.object({
  id: z.int().nonnegative(),
  title: z.string().trim().min(1).max(1000),
  metadata: Metadata,
})
export type FileToBring = z.infer<typeof FileToBring>

const desk = z.string().min(1)
const onDesk = { desk, id: z.int().nonnegative() }

/**
 * Files laid out before they come in. Nothing of them is in the project before `bring`. There is one desk at a time:
 * opening another clears it; requests about one that is gone fail with `not-found`.
 */
export const importDesk = {
  /** Lists the files, without reading them. Folders that hold files of no text are named in `passedOver`. */
  open: {
    input: z.object({ paths: z.array(z.string()).min(1) }),
    output: z.object({ desk, files: z.array(DeskFile), passedOver: z.array(z.string()) }),
  },

  /** Looks at the next files for a fifth of a second, at least at one; asked again until none is `left`. */
  look: {
    input: z.object({ desk }),
    output: z.object({ files: z.array(DeskFile), left: z.int().nonnegative() }),
  },

  /** Reads one file anew, as chosen. */
  choose: {
    input: z.object({ ...onDesk, choices: FileChoices }),
    output: DeskFile,
  },

  /** How its text begins, of a table that of its first row; '' for a file that cannot be read. */
  beginning: { input: z.object(onDesk), output: z.object({ text: z.string() }) },

  /** Brings these files in, in this order, as one step to undo. Sends `progress` with the same `task`. */
  bring: {
    input: z.object({ desk, task: z.string().min(1), files: z.array(FileToBring).min(1) }),
    output: ImportReport,
  },

  /** Stops what is under way and forgets all; harmless when it is gone. */
  close: { input: z.object({ desk }), output: z.void() },
} as const
