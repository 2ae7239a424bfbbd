import type { PagesSet } from './pages-elsewhere.ts'

/** The same for a channel that carries JSON alone: the pages in Base64. */
export interface PagesAsText extends Omit<PagesSet, 'reply'> {
  reply: { ok: true; value: string } | Extract<PagesSet['reply'], { ok: false }>
}

export function toText({ reply, ...message }: PagesSet): PagesAsText {
  return {
    ...message,
    reply: reply.ok ? { ok: true, value: Buffer.from(reply.value).toString('base64') } : reply,
  }
}

export function fromText({ reply, ...message }: PagesAsText): PagesSet {
  return { ...message, reply: reply.ok ? { ok: true, value: Buffer.from(reply.value, 'base64') } : reply }
}
