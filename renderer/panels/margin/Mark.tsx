import type { KeyboardEvent, Ref } from 'react'
import type { Tag } from '../../../preload/contract/tag.ts'
import { tagColor } from '../../ui/Tag.tsx'
import type { ShownCard } from './use-cards.ts'

export interface MarkProps {
  card: ShownCard
  tag: Tag | undefined
  words: string
  isFocused: boolean
  isPointedAt: boolean
  /** Whether it opens the card; beside a column of cards it only ties one to its passage. */
  isButton: boolean
  isStop: boolean
  isOpen: boolean
  ref: Ref<HTMLButtonElement>
  onPress: () => void
  onFocus: () => void
  onHover: (isOver: boolean) => void
  onStep: (by: 1 | -1) => void
  /** Into the card that is open. */
  onEnter: () => void
  onLeave: () => void
}

/** The number of an annotation, beside the first line of its passage. */
export function Mark(props: MarkProps) {
  const { card, tag, isButton } = props
  const press = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      ArrowDown: () => props.onStep(1),
      ArrowUp: () => props.onStep(-1),
      Enter: props.onEnter,
      Escape: props.onLeave,
    }
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <button
      ref={props.ref}
      type="button"
      className="margin-mark tag-colored"
      style={tagColor(tag?.color ?? '#808080')}
      tabIndex={isButton && props.isStop ? 0 : -1}
      aria-hidden={!isButton}
      aria-label={`${card.number}, ${tag?.name ?? 'Annotation'}: ${props.words}. ${saysWhat(card)}`}
      aria-expanded={isButton ? props.isOpen : undefined}
      data-of={card.annotation}
      data-focused={props.isFocused}
      data-pointed={props.isPointedAt}
      onPointerDown={(event) => event.preventDefault()}
      onClick={props.onPress}
      onFocus={isButton ? props.onFocus : undefined}
      onKeyDown={press}
      onMouseEnter={() => props.onHover(true)}
      onMouseLeave={() => props.onHover(false)}
    >
      <span>{card.number}</span>
    </button>
  )
}

function saysWhat({ note, linkCount }: ShownCard): string {
  const links = linkCount === 0 ? '' : linkCount === 1 ? '1 link' : `${linkCount} links`
  return [note === '' ? '' : 'Note', links].filter(Boolean).join(', ')
}
