import { z } from 'zod'

/** The open project. `readOnly` says why it cannot be changed, in a sentence; '' when it can. */
export const ProjectInfo = z.object({
  uid: z.string(),
  name: z.string(),
  description: z.string(),
  path: z.string(),
  readOnly: z.string(),
})
export type ProjectInfo = z.infer<typeof ProjectInfo>

/** Counts by kind, and by tag, document, annotator and link type under their names. */
export const Stats = z.object({
  documents: z.int(),
  words: z.int(),
  annotations: z.int(),
  claims: z.int(),
  links: z.int(),
  speakers: z.int(),
  memos: z.int(),
  byTag: z.record(z.string(), z.int()),
  byDocument: z.record(z.string(), z.int()),
  byAnnotator: z.record(z.string(), z.int()),
  byLinkType: z.record(z.string(), z.int()),
})
export type Stats = z.infer<typeof Stats>

export const project = {
  info: { input: z.void(), output: ProjectInfo },
  update: {
    input: z.object({ name: z.string().trim().min(1).max(500), description: z.string() }).partial(),
    output: ProjectInfo,
  },
  stats: { input: z.void(), output: Stats },
  /** What SQLite and the model have to object; empty when all is well. */
  check: { input: z.void(), output: z.array(z.string()) },
  /** What people have left undone, a sentence each: no fault of the file. */
  undone: { input: z.void(), output: z.array(z.string()) },
  /** A compact copy without the history. Fails with `target-exists` when there is a file. */
  saveCopy: { input: z.object({ to: z.string().min(1) }), output: z.void() },
} as const
