import type { Kind } from '../../../../db/repositories/dataset.ts'

export const teiNamespace = 'http://www.tei-c.org/ns/1.0'
export const projectId = 'project'

/** An id as XML takes it, from which ours can be had again: letters and digits of ASCII, others as their number. */
export const xmlIdOf = (kind: Kind | 'text', id: string): string =>
  `${kind}.${id.replace(/[^A-Za-z0-9-]/gu, (character) => `_${character.codePointAt(0)!.toString(16)}_`)}`

export const pointerTo = (kind: Kind, id: string): string => `#${xmlIdOf(kind, id)}`

/** What a pointer of ours points to; undefined for those of other programs. */
export function pointedTo(pointer: string): { kind: Kind; id: string } | undefined {
  const found =
    /^#?(annotator|speaker|tag|link_type|document|claim|annotation|link|memo)\.([A-Za-z0-9_-]*)$/.exec(
      pointer,
    )
  if (!found) return undefined
  const id = found[2]!.replace(/_([0-9a-f]{1,6})_/g, (_, code: string) =>
    String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff)),
  )
  return { kind: found[1] as Kind, id }
}
