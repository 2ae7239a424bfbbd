import type { SplitGroup, Tag } from '../../../preload/contract/tag.ts'
import { countOf } from '../../store/counting.ts'
import type { Choice } from '../../ui/choice.ts'
import { Select } from '../../ui/Select.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { tagChoice } from '../choosing/tag-choice.tsx'
import type { Target, Targets } from './split-targets.ts'

export interface SplitGroupsProps {
  groups: readonly SplitGroup[]
  targets: Targets
  tag: Tag
  tags: readonly Tag[]
  onChange: (group: SplitGroup, to: Target) => void
}

const newOne = 0
const same = -1

/** The groups of annotations, each with the tag that it gets. */
export function SplitGroups({ groups, targets, tag, tags, onChange }: SplitGroupsProps) {
  const choices: Choice<number>[] = [
    { id: newOne, title: 'A new tag' },
    { ...tagChoice(tag), id: same, title: `Stays ${tag.name}` },
    ...tags.filter(({ id }) => id !== tag.id).map(tagChoice),
  ]
  return (
    <ul className="codebook-groups">
      {groups.map((group) => {
        const to = targets.get(group.value) ?? null
        const kind = to === null ? same : 'tagId' in to ? (to.tagId as number) : newOne
        const choose = (id: number) => {
          const chosen = tags.find((one) => one.id === id)
          if (chosen) onChange(group, { tagId: chosen.id })
          else onChange(group, id === same ? null : { name: `${tag.name}: ${group.title}` })
        }
        return (
          <li key={group.value} className="codebook-group">
            <span className="codebook-group-title" dir="auto">
              {group.title}
              <span className="codebook-quiet"> {countOf(group.count, 'annotation')}</span>
            </span>
            <Select aria-label={`Tag for ${group.title}`} choices={choices} value={kind} onChange={choose} />
            {to !== null && 'name' in to && (
              <TextField
                aria-label={`Name of the new tag for ${group.title}`}
                value={to.name}
                onChange={(name) => onChange(group, { name })}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
