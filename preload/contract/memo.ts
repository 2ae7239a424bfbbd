import { z } from 'zod'
import { AnnotationId, AnnotatorId, ClaimId, DocumentId, LinkId, MemoId, SpeakerId, TagId } from './ids.ts'

export const MemoSubject = z.union([
  z.strictObject({ annotation: AnnotationId }),
  z.strictObject({ claim: ClaimId }),
  z.strictObject({ link: LinkId }),
  z.strictObject({ document: DocumentId }),
  z.strictObject({ tag: TagId }),
  z.strictObject({ speaker: SpeakerId }),
  z.strictObject({ project: z.literal(true) }),
])
export type MemoSubject = z.infer<typeof MemoSubject>

/** A free analytic note on anything. */
export const Memo = z.object({
  id: MemoId,
  uid: z.string(),
  about: MemoSubject,
  annotatorId: AnnotatorId,
  text: z.string(),
  created: z.iso.datetime(),
})
export type Memo = z.infer<typeof Memo>

export const memo = {
  /** On one thing, or of the whole project; in the order they were made. */
  list: { input: z.object({ about: MemoSubject.nullable() }), output: z.array(Memo) },
  create: { input: z.object({ about: MemoSubject, text: z.string().min(1) }), output: Memo },
  update: { input: z.object({ id: MemoId, text: z.string() }), output: Memo },
  delete: { input: z.object({ id: MemoId }), output: z.void() },
} as const
