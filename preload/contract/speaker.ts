import { z } from 'zod'
import { SpeakerId } from './ids.ts'

export const SpeakerKind = z.enum(['person', 'organisation', 'unknown'])

/** A person or body that the text quotes or reports. `variants` are other names it goes by. */
export const Speaker = z.object({
  id: SpeakerId,
  uid: z.string(),
  name: z.string(),
  kind: SpeakerKind,
  variants: z.array(z.string()),
})
export type Speaker = z.infer<typeof Speaker>

export const NewSpeaker = z.object({
  name: z.string().trim().min(1).max(500),
  kind: SpeakerKind.default('unknown'),
  variants: z.array(z.string()).default([]),
})

export const speaker = {
  /** By name. */
  list: { input: z.void(), output: z.array(Speaker) },
  /** Returns the speaker of that name or variant where there is one already. */
  create: { input: NewSpeaker, output: Speaker },
  update: { input: z.object({ id: SpeakerId, change: NewSpeaker.partial() }), output: Speaker },
  /** Annotations keep their passage and lose the speaker. */
  delete: { input: z.object({ id: SpeakerId }), output: z.void() },
} as const
