// biome-ignore-all lint/a11y/useSemanticElements: rows of which only some are drawn are placed by hand, which table elements are not
// biome-ignore-all lint/a11y/useFocusableInteractive: the row has the focus, for its only cell as well
import { ChevronRight } from 'lucide-react'
import { type CSSProperties, type MouseEvent, memo } from 'react'
import type { Tag } from '../../../preload/contract/tag.ts'
import { countOf } from '../../store/counting.ts'
import { Icon } from '../../ui/Icon.tsx'
import { TagSwatch } from '../../ui/Tag.tsx'

export interface TagTreeRowProps {
  tag: Tag
  /** Annotations that have it or one of those below. */
  usesBelow: number
  /** From 1. */
  level: number
  /** Its place among its siblings, from 1. */
  place: number
  siblings: number
  /** Undefined where nothing stands under it. */
  isOpen: boolean | undefined
  /** Its number among those that are to be seen, from 0. */
  index: number
  isChosen: boolean
  /** It has the keyboard, or will have it. */
  isCurrent: boolean
  /** What is dragged would come to stand under it. */
  isLandedOn: boolean
  isDraggable: boolean
}

/** A tag in its tree: its name, its key, and how often it is used, alone and with those below. The tree has the keys. */
export const TagTreeRow = memo(
  ({ tag, usesBelow, level, isOpen, index, isChosen, isCurrent, ...props }: TagTreeRowProps) => {
    const isParent = isOpen !== undefined
    const words = [
      tag.name,
      tag.key && `key ${tag.key}`,
      countOf(tag.uses, 'annotation'),
      isParent && `${usesBelow.toLocaleString('en')} with those below`,
    ]
    return (
      <div
        role="row"
        aria-label={words.filter(Boolean).join(', ')}
        aria-level={level}
        aria-posinset={props.place}
        aria-setsize={props.siblings}
        aria-rowindex={index + 1}
        aria-expanded={isOpen}
        aria-selected={isChosen}
        data-key={tag.id}
        data-index={index}
        data-landed-on={props.isLandedOn || undefined}
        tabIndex={isCurrent ? 0 : -1}
        draggable={props.isDraggable}
        className="codebook-tag"
        style={{ '--row': index, '--level': level } as CSSProperties}
      >
        <div role="gridcell" aria-colindex={1} className="codebook-tag-line">
          {!isParent ? (
            <span className="codebook-tag-chevron" />
          ) : (
            <button
              type="button"
              tabIndex={-1}
              aria-label={`${isOpen ? 'Collapse' : 'Expand'} ${tag.name}`}
              className="codebook-tag-chevron"
              data-open={isOpen}
              onMouseDown={keepFocus}
            >
              <Icon of={ChevronRight} size={14} />
            </button>
          )}
          <TagSwatch color={tag.color} />
          <span className="codebook-tag-name">{tag.name}</span>
          {tag.outdated > 0 && (
            <span
              className="codebook-tag-outdated"
              title={`${tag.outdated} made under an older definition`}
            />
          )}
          {tag.key !== '' && <kbd className="codebook-tag-key">{tag.key.toUpperCase()}</kbd>}
          <span className="codebook-tag-uses">
            {tag.uses.toLocaleString('en')}
            {isParent && <span className="codebook-tag-below"> / {usesBelow.toLocaleString('en')}</span>}
          </span>
        </div>
      </div>
    )
  },
)

/** Opening and closing leaves the keyboard where it is. */
const keepFocus = (event: MouseEvent) => event.preventDefault()
