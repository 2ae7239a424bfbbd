import { z } from 'zod'
import { AnnotationBrief } from './annotation.ts'
import { Contents } from './exchange.ts'
import { HistoryState } from './history.ts'
import { AnnotationId, ClaimId, DocumentId, LinkId } from './ids.ts'

/**
 * What a step changed. Sent in order, while the step goes to the disk: it is there once the request that made it is
 * answered. Lists name what is now different; whoever shows such a thing asks for it again.
 */
export const Changed = z.object({
  history: HistoryState,
  /** Annotations as they are now. Null when too many changed to list: ask for the columns again. */
  annotations: z
    .object({
      upserted: z.array(AnnotationBrief),
      removed: z.array(z.object({ id: AnnotationId, documentId: DocumentId })),
    })
    .nullable(),
  links: z.object({ upserted: z.array(LinkId), removed: z.array(LinkId) }),
  claims: z.object({ upserted: z.array(ClaimId), removed: z.array(ClaimId) }),
  /** Documents whose summary, text or metadata may read differently. Null: any of them. */
  documents: z.array(DocumentId).nullable(),
  /**
   * Whole lists that are to be asked for again. How often tags and link types are used changes with `annotations`
   * and `links`, without their lists being named here.
   */
  lists: z.array(
    z.enum([
      'document',
      'tag',
      'link-type',
      'speaker',
      'annotator',
      'memo',
      'project',
      'saved-search',
      'saved-list',
    ]),
  ),
})
export type Changed = z.infer<typeof Changed>

/** How far a task is; `of` is 0 while that is unknown. */
export const Progress = z.object({ task: z.string(), done: z.int(), of: z.int(), doing: z.string() })
export type Progress = z.infer<typeof Progress>

/** What main tells the window. `opened` carries no project when one was closed. */
export const Event = z.discriminatedUnion('type', [
  z.object({ type: z.literal('changed'), changed: Changed }),
  /** What was told last did not reach the disk; the project is as it was before it. Ask for `app.state`. */
  z.object({ type: z.literal('lost') }),
  z.object({ type: z.literal('progress'), progress: Progress }),
  /** What the export of that task is about to write, and what it will lack. */
  z.object({ type: z.literal('exporting'), task: z.string(), contents: Contents }),
  /** How many changes wait until a long step is written, such as an import; each is made then, in its turn. */
  z.object({ type: z.literal('waiting'), changes: z.int().nonnegative() }),
  /** A command chosen in the application menu. */
  z.object({ type: z.literal('command'), command: z.string() }),
  /** The open project is another one, or none; ask for `app.state`. */
  z.object({ type: z.literal('opened') }),
  /** The process that holds the project ended by itself and was started again; `message` says so. */
  z.object({ type: z.literal('recovered'), message: z.string() }),
  /** A screen reader has come or gone. */
  z.object({ type: z.literal('assisted'), assisted: z.boolean() }),
  /** A project asked for from outside (command line, double click) could not be opened. */
  z.object({ type: z.literal('refused'), message: z.string() }),
])
export type Event = z.infer<typeof Event>
