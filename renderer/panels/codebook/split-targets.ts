import type { TagId } from '../../../preload/contract/ids.ts'
import type { SplitGroup, Tag } from '../../../preload/contract/tag.ts'

/** The tag that a group gets: one to be made, one that is there, or null: the one it has. */
export type Target = { name: string } | { tagId: TagId } | null
/** By the value of the group. */
export type Targets = ReadonlyMap<string, Target>

/** What each group gets: as it was chosen, else a new tag named after it; those that say nothing stay. */
export function targetsFor(groups: readonly SplitGroup[], chosen: Targets, tag: Tag): Targets {
  return new Map(
    groups.map(({ value, title }) => {
      const proposed = value === '' ? null : { name: `${tag.name}: ${title}`.slice(0, 200) }
      return [value, chosen.has(value) ? chosen.get(value)! : proposed]
    }),
  )
}

/** The parts of the split, groups that get the same tag together; without those that stay and names not yet typed. */
export function partsOf(targets: Targets): { values: string[]; to: NonNullable<Target> }[] {
  const parts = new Map<string, { values: string[]; to: NonNullable<Target> }>()
  for (const [value, to] of targets) {
    if (to === null || ('name' in to && to.name.trim() === '')) continue
    const key = 'name' in to ? `n ${to.name.trim()}` : `t ${to.tagId}`
    const part = parts.get(key)
    if (part) part.values.push(value)
    else parts.set(key, { values: [value], to })
  }
  return [...parts.values()]
}
