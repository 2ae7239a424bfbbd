import { linkTargetOf } from './stated-facts.ts'
import type { MarkShape } from './text-builder.ts'

/** The link that the field `HYPERLINK "address"` of a word processor makes, or null. */
export function linkOfInstruction(instruction: string): MarkShape | null {
  const found = /^\s*HYPERLINK\s+(?:"([^"]*)"|(\S+))/i.exec(instruction)
  const href = found ? linkTargetOf(found[1] ?? found[2] ?? '') : null
  return href === null ? null : { kind: 'link', href }
}
