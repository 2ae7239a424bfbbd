import type { Role } from '../../../preload/contract/tag.ts'

/** The line under the annotations of a tag, and beside them in the margin; `width` in CSS pixels. */
export interface TagLine {
  style: 'solid' | 'double' | 'dashed' | 'dotted'
  width: number
  /** Of a further stroke below it, as far away as the two of a double one. */
  second?: 'dashed'
}

/** From a line to its further stroke. */
export const toSecond = (width: number): number => 2 * width

// What a tag means for arguments shows in its line, so that it does not hang on colour alone: the role in the first
// place, and tags of one role by what is left, in turns.
const lines: Record<Role, readonly [TagLine, ...TagLine[]]> = {
  claim: [
    { style: 'solid', width: 2 },
    { style: 'solid', width: 3 },
  ],
  rebuttal: [
    { style: 'double', width: 1 },
    // Not a wave, which is drawn as for a misspelt word and is higher than a lane.
    { style: 'solid', width: 1, second: 'dashed' },
  ],
  premise: [
    { style: 'dashed', width: 2 },
    { style: 'dashed', width: 3 },
  ],
  none: [
    { style: 'dotted', width: 2 },
    { style: 'dashed', width: 1 },
    { style: 'dotted', width: 3 },
    { style: 'solid', width: 1 },
  ],
}

export const roles = Object.keys(lines) as Role[]

/** The line of a role’s first tag. */
export const lineOfRole = (role: Role): TagLine => lines[role][0]

/** The line of each tag, in the order of the codebook. */
export function tagLines(tags: readonly { id: number; role: Role }[]): Map<number, TagLine> {
  const seen: Record<Role, number> = { claim: 0, rebuttal: 0, premise: 0, none: 0 }
  return new Map(
    tags.map(({ id, role }) => {
      const kinds = lines[role]
      return [id, kinds[seen[role]++ % kinds.length]!]
    }),
  )
}
