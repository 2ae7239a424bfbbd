import { z } from 'zod'
import { CollectionName } from './collections.ts'
import { FileChoices } from './file-reading.ts'
import { DocumentId, RevisionId } from './ids.ts'
import { StructuredText } from './text.ts'

export const DocumentStatus = z.enum(['to-do', 'in-progress', 'done'])
export type DocumentStatus = z.infer<typeof DocumentStatus>

/**
 * What is known about a source. The program itself knows `author`, `outlet`, `date` (ISO 8601, possibly only a
 * year or a month), `language` (BCP 47) and `url`; any further name is the user’s own.
 */
export const Metadata = z.record(z.string(), z.string())
export type Metadata = z.infer<typeof Metadata>

/**
 * A document as the list and the table show it. `unanswered`: its claims that no link stands against. `links` end at
 * one of its annotations. The four that are named stand in `metadata` too; here a missing one is ''.
 */
export const DocumentSummary = z.object({
  id: DocumentId,
  uid: z.string(),
  title: z.string(),
  date: z.string(),
  outlet: z.string(),
  author: z.string(),
  language: z.string(),
  metadata: Metadata,
  status: DocumentStatus,
  imported: z.iso.datetime(),
  /** The name of the file it came from; of a row of a table, or a text in a file of another program, what that says. */
  file: z.string(),
  /** Length of the text in UTF-16 code units. */
  length: z.int().nonnegative(),
  words: z.int().nonnegative(),
  links: z.int().nonnegative(),
  annotations: z.int().nonnegative(),
  claims: z.int().nonnegative(),
  unanswered: z.int().nonnegative(),
})
export type DocumentSummary = z.infer<typeof DocumentSummary>

/** What is counted in a document. */
export type DocumentCounts = Pick<DocumentSummary, 'annotations' | 'claims' | 'unanswered' | 'links'>

/** The same without what is counted in it. */
export type DocumentHead = Omit<DocumentSummary, keyof DocumentCounts>

/** What is counted in many documents: a row each. */
export const CountColumns = z.object({
  document: z.instanceof(Int32Array),
  annotations: z.instanceof(Int32Array),
  claims: z.instanceof(Int32Array),
  unanswered: z.instanceof(Int32Array),
  links: z.instanceof(Int32Array),
})
export type CountColumns = z.infer<typeof CountColumns>

/** A document with all that is known about it, but its text. */
export const DocumentDetails = z.object({
  id: DocumentId,
  uid: z.string(),
  title: z.string(),
  metadata: Metadata,
  status: DocumentStatus,
  source: z.object({ name: z.string(), mediaType: z.string(), sha256: z.string() }),
  imported: z.iso.datetime(),
})
export type DocumentDetails = z.infer<typeof DocumentDetails>

/** The text as it stands now. */
export const DocumentText = StructuredText.extend({
  id: DocumentId,
  revisionId: RevisionId,
  title: z.string(),
  language: z.string(),
})
export type DocumentText = z.infer<typeof DocumentText>

/**
 * The same with its structure as the JSON text that lies in the file. A million words cross the border in a third of
 * the time that objects take; as bytes they would take half as long again.
 */
export const PackedText = DocumentText.omit({ blocks: true, marks: true, breaks: true }).extend({
  structure: z.string(),
})
export type PackedText = z.infer<typeof PackedText>

export function unpackText({ structure, ...rest }: PackedText): DocumentText {
  return { ...rest, ...(JSON.parse(structure) as Pick<DocumentText, 'blocks' | 'marks' | 'breaks'>) }
}

/**
 * What became of one file of an import. `notes` say what was changed or left out on the way in. `path` is where it
 * lies, also when a folder was chosen; main takes it as chosen, so that the window can ask for it `again`.
 */
export const ImportedFile = z.object({
  name: z.string(),
  path: z.string(),
  outcome: z.enum(['imported', 'already-there', 'failed']),
  documentIds: z.array(DocumentId),
  notes: z.array(z.string()),
  /** Why it failed, in a sentence; '' otherwise. */
  problem: z.string(),
  /** The line of the file it failed at, from 1; `problem` says it too. */
  line: z.int().positive().optional(),
})
export type ImportedFile = z.infer<typeof ImportedFile>

/** `cancelled`: stopped by the person; what had come in until then stays and is one step to undo. */
export const ImportReport = z.object({ files: z.array(ImportedFile), cancelled: z.boolean() })
export type ImportReport = z.infer<typeof ImportReport>

/** A date that a text may be from, as the project keeps dates. */
export const LikelyDate = z.object({
  date: z.string(),
  /** Where it was found: in the file’s name, or in the first lines. */
  from: z.enum(['name', 'text']),
})
export type LikelyDate = z.infer<typeof LikelyDate>

/** The file that a document was made from. */
export const OriginalFile = z.object({
  /** As it was called. */
  name: z.string(),
  /** The ending of what it is, without the dot, which its name need not have; '' for a kind that is not known. */
  ending: z.string(),
  /** In words, such as “Word document”; '' for a kind that is not known. */
  kind: z.string(),
  /** In bytes; null where the project has only its name. */
  size: z.int().nonnegative().nullable(),
  /** How it begins, for files that are texts; null for others. */
  text: z.string().nullable(),
  /** Whether that is all of it. */
  isWhole: z.boolean(),
})
export type OriginalFile = z.infer<typeof OriginalFile>

export const document = {
  /** In project order. */
  list: { input: z.void(), output: z.array(DocumentSummary) },

  /**
   * The heads of the same as JSON texts, an array of some of them each: 10,000 objects take two and a half times as long
   * to cross the border, and a text with what thousands know of themselves would be read in one breath. Without what is
   * counted, for which the whole argument is read first.
   */
  packed: { input: z.void(), output: z.array(z.string()) },

  /** What is counted in each, in project order. */
  counts: { input: z.void(), output: CountColumns },

  /** The ids of all, in project order. */
  order: { input: z.void(), output: z.instanceof(Int32Array) },

  /** Those of the list that are still there. */
  summaries: { input: z.object({ ids: z.array(DocumentId) }), output: z.array(DocumentSummary) },

  details: { input: z.object({ id: DocumentId }), output: DocumentDetails },
  /** What was left out of its file, or changed, when its present text was made of it: a sentence each. */
  remarks: { input: z.object({ id: DocumentId }), output: z.array(z.string()) },
  /** For a person to choose from; nothing is dated by itself. */
  likelyDates: { input: z.object({ id: DocumentId }), output: z.array(LikelyDate) },
  text: { input: z.object({ id: DocumentId }), output: PackedText },

  original: { input: z.object({ id: DocumentId }), output: OriginalFile },
  /** Fails with `not-found` where the project has only its name. */
  originalBytes: { input: z.object({ id: DocumentId }), output: z.instanceof(Uint8Array<ArrayBuffer>) },

  /** Sends `progress` events with the same `task`; a bad file does not stop the others. One step to undo. */
  import: {
    input: z.object({
      task: z.string().min(1),
      paths: z.array(z.string()).min(1),
      /** A format’s name, or null to recognise each file. */
      format: z.string().nullable().default(null),
      /** For text files; null to detect it. */
      encoding: z.string().nullable().default(null),
      /** How files are read otherwise; what is null is found out. */
      choices: FileChoices.omit({ encoding: true }).optional(),
      /** Whether a file whose bytes are in the project already comes in once more. */
      again: z.boolean().default(false),
    }),
    output: ImportReport,
  },

  update: {
    input: z.object({
      id: DocumentId,
      change: z
        .object({ title: z.string().trim().min(1).max(1000), metadata: Metadata, status: DocumentStatus })
        .partial(),
    }),
    output: DocumentDetails,
  },

  /**
   * The same change of many, as one step. `fields` are put into the metadata, '' takes one away; before that `renamed`
   * gives fields other names, where a document has them. Fails with `exists` where one has the new name already.
   */
  updateMany: {
    input: z.object({
      ids: z.array(DocumentId).min(1),
      change: z.object({ status: DocumentStatus, fields: Metadata, renamed: Metadata }).partial(),
    }),
    output: z.void(),
  },

  /** Puts them into a collection, which is there from then on. */
  collect: {
    input: z.object({ ids: z.array(DocumentId).min(1), name: CollectionName }),
    output: z.void(),
  },
  /** Takes them out of it. A collection that holds nothing is none. */
  uncollect: {
    input: z.object({ ids: z.array(DocumentId).min(1), name: CollectionName }),
    output: z.void(),
  },
  /** Of all that are in it; with the name of another the two become one. */
  renameCollection: { input: z.object({ from: CollectionName, to: CollectionName }), output: z.void() },
  /** The documents stay. */
  deleteCollection: { input: z.object({ name: CollectionName }), output: z.void() },

  /** Puts the documents before another one, or at the end. */
  move: {
    input: z.object({ ids: z.array(DocumentId).min(1), beforeId: DocumentId.nullable() }),
    output: z.void(),
  },

  /** How many annotations and links would go with them. */
  deletionCost: {
    input: z.object({ ids: z.array(DocumentId).min(1) }),
    output: z.object({ annotations: z.int(), links: z.int() }),
  },

  /** With their annotations and those annotations’ links. Undoable as one step. */
  delete: { input: z.object({ ids: z.array(DocumentId).min(1) }), output: z.void() },
} as const
