import { z } from 'zod'
import { AnnotatorId } from './ids.ts'

/** A person who annotates. */
export const Annotator = z.object({ id: AnnotatorId, uid: z.string(), name: z.string() })
export type Annotator = z.infer<typeof Annotator>

export const annotator = {
  /** In the order they joined the project. */
  list: { input: z.void(), output: z.array(Annotator) },
  rename: {
    input: z.object({ id: AnnotatorId, name: z.string().trim().min(1).max(200) }),
    output: Annotator,
  },
} as const
