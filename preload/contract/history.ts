import { z } from 'zod'
import { AnnotationId, DocumentId } from './ids.ts'
import { Span } from './text.ts'

/** What the Edit menu can offer; null where there is nothing to undo or redo. */
export const HistoryState = z.object({ undo: z.string().nullable(), redo: z.string().nullable() })
export type HistoryState = z.infer<typeof HistoryState>

/**
 * `place`: where the change can be seen, if at a place in a document. `span`, in UTF-16 code units: where an annotation
 * stood that is not there any more. `others`: how many other documents the step changed annotations of.
 */
export const Travelled = z.object({
  label: z.string(),
  place: z
    .object({
      documentId: DocumentId,
      annotationId: AnnotationId.nullable(),
      span: Span.nullable(),
      others: z.int().nonnegative(),
    })
    .nullable(),
})
export type Travelled = z.infer<typeof Travelled>

export const history = {
  state: { input: z.void(), output: HistoryState },
  /** Null when there is nothing to undo. Fails with `history-conflict` when the project no longer fits the step. */
  undo: { input: z.void(), output: Travelled.nullable() },
  redo: { input: z.void(), output: Travelled.nullable() },
} as const
