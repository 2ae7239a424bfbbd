import { z } from 'zod'
import { Loss } from './exchange.ts'
import { DocumentId } from './ids.ts'

/** Something that a person should look at: which thing, and a plain sentence. */
export const Doubt = z.object({ where: z.string(), what: z.string() })
export type Doubt = z.infer<typeof Doubt>

/** A file that could not be read: which, its line where one is known, and a sentence that names neither. */
export const RefusedFile = z.object({ where: z.string(), line: z.int().nullable(), what: z.string() })
export type RefusedFile = z.infer<typeof RefusedFile>

/** Files of a folder or zip of which nothing came in. */
export const Unread = z.object({
  refused: z.array(RefusedFile),
  /** Nothing in the format that was read. */
  passedOver: z.array(z.string()),
  /** Other formats of annotations that some of the passed over are in. */
  otherFormats: z.array(z.object({ name: z.string(), title: z.string() })),
})
export type Unread = z.infer<typeof Unread>

/** A tag, link type or annotator of another program’s files, and the one of the project that it likely is. */
export const Newcomer = z.object({
  id: z.string(),
  name: z.string(),
  /** Annotations or links that have it. */
  uses: z.int().nonnegative(),
  /** Uid of the project’s own; null where none is likely, so that it will be new. */
  same: z.string().nullable(),
  /** Whether it is that one for certain, because it has its id: nothing to decide. */
  isKnown: z.boolean(),
})
export type Newcomer = z.infer<typeof Newcomer>

/** What is compared when work comes back into the project that it came from. */
export const Compared = z.enum(['annotation', 'link', 'claim', 'memo', 'tag', 'speaker', 'document'])
export type Compared = z.infer<typeof Compared>

/** One thing that is not the same here and in the files. */
export const Difference = z.object({
  key: z.string(),
  kind: Compared,
  /** Its tag or link type. */
  name: z.string(),
  /** Its document and words. */
  where: z.string(),
  /** Of something that is here only: whether it was in the files, or may be younger than they are. */
  isCertain: z.boolean(),
  /** What has changed, in words. */
  fields: z.array(
    z.object({
      field: z.string(),
      here: z.string(),
      there: z.string(),
      /** Whether it was changed here too since the files were written; null where nobody can tell. */
      alsoHere: z.boolean().nullable(),
    }),
  ),
})
export type Difference = z.infer<typeof Difference>

/** Files that hold what the project has, held against it. Of each list the beginning. */
export const Comparison = z.object({
  counts: z.object({ added: z.int(), changed: z.int(), missing: z.int() }),
  added: z.array(Difference),
  changed: z.array(Difference),
  missing: z.array(Difference),
})
export type Comparison = z.infer<typeof Comparison>

/** Which differences are taken. */
export const Taking = z.object({
  added: z.boolean().default(true),
  changed: z.boolean().default(false),
  /** Takes away here what is missing there. */
  missing: z.boolean().default(false),
  /** Keys of changed and missing things that stay as they are all the same. */
  except: z.array(z.string()).default([]),
})
export type Taking = z.infer<typeof Taking>

/** The first of them, and how many more there are where not all were asked for. */
const someDoubts = { doubts: z.array(Doubt), moreDoubts: z.int().positive().optional() }

/** What was found in another program’s files, before any of it is in the project. */
export const Found = z.object({
  /** Names this reading; there is one at a time. */
  reading: z.string(),
  name: z.string(),
  format: z.string(),
  /** It becomes the whole of a project that nobody has worked in yet, codebook and all. */
  isWhole: z.boolean(),
  counts: z.record(z.string(), z.int()),
  documents: z.object({
    /** Come in with their text. */
    new: z.int(),
    /** In the project with the same text. */
    same: z.int(),
    /** In the project with another text: passages are found by their words. */
    changed: z.int(),
    /** Neither in the project nor in the files. */
    missing: z.int(),
  }),
  tags: z.array(Newcomer),
  linkTypes: z.array(Newcomer),
  annotators: z.array(Newcomer),
  /** Null where the project has nothing of what is in the files. */
  comparison: Comparison.nullable(),
  /** Annotations that the project has already from other files: the same passage, tag and annotator. They would be there twice. */
  thereAlready: z.int().nonnegative(),
  leftOut: z.array(Loss),
  unread: Unread,
  ...someDoubts,
  /** Paths of files that were chosen together with it and come in with it: they need not be imported as texts. */
  beside: z.array(z.string()),
})
export type Found = z.infer<typeof Found>

/** By their ids: tags and link types of the files that stay out, with what has them. */
const LeftOutByChoice = z.object({
  tags: z.array(z.string()).default([]),
  linkTypes: z.array(z.string()).default([]),
})
export type LeftOutByChoice = z.infer<typeof LeftOutByChoice>

/** By the id of the newcomer: the uid of the project’s own that it is, or null for a new one. */
const Mapping = z.record(z.string(), z.string().nullable())

export const BroughtIn = z.object({
  documentIds: z.array(DocumentId),
  /** By kind, what is in the project now and was not before. */
  taken: z.record(z.string(), z.int()),
  alreadyThere: z.record(z.string(), z.int()),
  /** By kind, what was changed or taken away here as the files have it, and what differs and was left. */
  changed: z.record(z.string(), z.int()),
  deleted: z.record(z.string(), z.int()),
  left: z.record(z.string(), z.int()),
  leftOut: z.array(Loss),
  unread: Unread,
  mapped: z.array(
    z.object({ kind: z.enum(['tag', 'link type', 'annotator']), from: z.string(), to: z.string() }),
  ),
  ...someDoubts,
})
export type BroughtIn = z.infer<typeof BroughtIn>

/** How many doubts are told, of which a file may have one for each annotation; null for all. */
const mostDoubts = { mostDoubts: z.int().nonnegative().nullable().default(null) }

/** Annotations of other programs. Nothing of them is in the project before `bring`. */
export const annotationImport = {
  /**
   * Which of the chosen files or folders hold annotations of another program, and in which format: a folder stands
   * there once for each that some of its files have. Of other folders, the files in them that are whole projects of
   * another program. `together` are further files that belong to a single one, as the sheets of brat do. Progress
   * counts the chosen. Fails with `cancelled`.
   */
  recognise: {
    input: z.object({
      task: z.string().min(1).default('recognise-annotations'),
      paths: z.array(z.string()).min(1),
    }),
    output: z.array(z.object({ path: z.string(), format: z.string(), together: z.array(z.string()) })),
  },

  /** Reads one of them and holds what it finds against the project. Fails with `unreadable`. */
  read: {
    input: z.object({
      task: z.string().min(1),
      path: z.string(),
      format: z.string().nullable().default(null),
      /** What was recognised to belong to it. */
      together: z.array(z.string()).default([]),
      /** Other files that were chosen together with a single one: it may be about texts among them. */
      beside: z.array(z.string()).default([]),
      ...mostDoubts,
    }),
    output: Found,
  },

  /**
   * Brings it in as one step to undo: one with what was brought in just before where `together` is the same name, and
   * not ''. Fails with `not-found` when another reading has taken its place; with
   * `cancelled` nothing of it is in the project, and it may be brought in again.
   */
  bring: {
    input: z.object({
      task: z.string().min(1).default('bring-annotations'),
      reading: z.string(),
      together: z.string().default(''),
      tags: Mapping.default({}),
      linkTypes: Mapping.default({}),
      annotators: Mapping.default({}),
      leaveOut: LeftOutByChoice.prefault({}),
      taking: Taking.prefault({}),
      ...mostDoubts,
    }),
    output: BroughtIn,
  },

  /** Forgets a reading; harmless when it is gone. */
  close: { input: z.object({ reading: z.string() }), output: z.void() },
} as const
