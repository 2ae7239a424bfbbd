import type { Role } from '../../../../preload/contract/tag.ts'
import type { MaterialTag } from '../material.ts'

/** How a tag’s passages look in Word, each colour as six hexadecimal digits. */
export interface TagLook {
  tint: string
  ink: string
  underline: { kind: string; color: string }
}

// As on the screen and on paper: what a tag means for arguments shows in its line, not in its colour alone.
const lineOf: Record<Role, string> = { claim: 'single', rebuttal: 'double', premise: 'dash', none: 'dotted' }

export function looksOf(tags: readonly MaterialTag[]): Map<number, TagLook> {
  return new Map(tags.map(({ id, color, role }) => [id, tagLook(color, role)]))
}

function tagLook(color: string, role: Role): TagLook {
  const own = /^#[0-9a-f]{6}$/i.test(color) ? color : '#808080'
  return {
    tint: mixed(own, 255, 0.84),
    ink: mixed(own, 0, 0.32),
    underline: { kind: lineOf[role], color: mixed(own, 0, 0.1) },
  }
}

/** Towards white (255) or black (0) by a share. */
function mixed(color: string, towards: number, share: number): string {
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return parts
    .map((part) =>
      Math.round(part + (towards - part) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()
}
