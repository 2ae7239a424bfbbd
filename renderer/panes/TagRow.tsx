import { Eye, EyeOff, type LucideIcon, SunDim } from 'lucide-react'
import type { MouseEvent } from 'react'
import type { Tag } from '../../preload/contract/tag.ts'
import { lookAtTag, onlyTag } from '../commands/show-tags.ts'
import type { TagLine, TagLook } from '../document/index.ts'
import { countOf } from '../store/counting.ts'
import { Icon } from '../ui/Icon.tsx'
import { tagColor } from '../ui/Tag.tsx'

/** `key` acts in the list of tags. */
export const looks: readonly { id: TagLook; verb: string; key: string; icon: LucideIcon }[] = [
  { id: 'full', verb: 'Show', key: 'f', icon: Eye },
  { id: 'dimmed', verb: 'Dim', key: 'd', icon: SunDim },
  { id: 'hidden', verb: 'Hide', key: 'h', icon: EyeOff },
]

const inWords: Record<TagLook, string> = { full: 'shown', dimmed: 'dimmed', hidden: 'hidden' }

export interface TagRowProps {
  id: string
  tag: Tag
  line: TagLine
  count: number
  look: TagLook
  /** Its number among the rows, from 0. */
  at: number
  of: number
  height: number
  isCurrent: boolean
  onPoint: () => void
}

/** One tag: as it is drawn in the text, how often, and what the mouse chooses; the list has the keys. */
export function TagRow({ id, tag, line, count, look, at, of, height, isCurrent, onPoint }: TagRowProps) {
  const click = (event: MouseEvent) => {
    const wanted = (event.target as Element).closest<HTMLElement>('[data-wants]')?.dataset.wants
    const chosen = looks.find((one) => one.id === wanted)
    if (chosen) lookAtTag(tag.id, chosen.id)
    else if (wanted === 'only') onlyTag(tag.id)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
    <div
      id={id}
      role="option"
      aria-selected={look !== 'hidden'}
      aria-posinset={at + 1}
      aria-setsize={of}
      aria-label={`${tag.name}, ${inWords[look]}, ${countOf(count, 'annotation')}`}
      data-current={isCurrent || undefined}
      data-look={look}
      className="tag-row"
      style={{ height, transform: `translateY(${at * height}px)` }}
      onPointerMove={() => !isCurrent && onPoint()}
      onClick={click}
    >
      <span className="tag-row-name">
        <span
          className="tag-row-words tag-colored"
          style={{
            ...tagColor(tag.color),
            textDecorationStyle: line.style,
            textDecorationThickness: `${line.width}px`,
          }}
        >
          {tag.name}
        </span>
      </span>
      <span className="tag-row-count">{count.toLocaleString('en')}</span>
      <span className="tag-row-only" data-wants="only">
        Only
      </span>
      <span className="tag-row-looks">
        {looks.map(({ id: wanted, verb, icon }) => (
          <span
            key={wanted}
            className="tag-row-look"
            title={`${verb} ${tag.name}`}
            data-wants={wanted}
            data-taken={look === wanted || undefined}
          >
            <Icon of={icon} />
          </span>
        ))}
      </span>
    </div>
  )
}
