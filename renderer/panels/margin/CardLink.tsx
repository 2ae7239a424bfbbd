import { ArrowLeft, ArrowLeftRight, ArrowRight } from 'lucide-react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { LinkFromHere } from '../../../preload/contract/link.ts'
import { followLink } from '../../commands/travel.ts'
import { showFailure } from '../../store/notices.ts'
import { otherSide } from '../../store/places.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { tagColor } from '../../ui/Tag.tsx'
import { readFromHere, wordsOf } from '../inspector/LinkRow.tsx'
import { SourceOf } from './SourceOf.tsx'

export interface CardLinkProps {
  one: LinkFromHere
  side: PaneSide
  tabIndex: 0 | -1
}

/** One link on a card: its type, the words at its other end and where they stand. Goes there; with Shift beside. */
export function CardLink({ one, side, tabIndex }: CardLinkProps) {
  const type = useWorkbench((state) =>
    state.linkTypes.find((candidate) => candidate.id === one.link.linkTypeId),
  )
  if (!type) return null
  const go = (isBeside: boolean) => followLink(one, isBeside ? otherSide(side) : side).catch(showFailure)
  const click = (event: MouseEvent) => {
    event.stopPropagation()
    go(event.shiftKey || event.ctrlKey || event.metaKey)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    go(event.shiftKey)
  }
  const arrow = type.symmetric ? ArrowLeftRight : one.outgoing ? ArrowRight : ArrowLeft
  return (
    <button
      type="button"
      className="margin-link tag-colored"
      style={tagColor(type.color)}
      tabIndex={tabIndex}
      onClick={click}
      onKeyDown={press}
    >
      <span className="margin-link-words">
        <span className="margin-link-type">
          <Icon of={arrow} size={12} /> {readFromHere(type, one.outgoing)}{' '}
        </span>
        <span dir="auto">{wordsOf(one.other)}</span>
      </span>
      <SourceOf end={one.other} />
      {one.inheritedFrom !== undefined && <span className="margin-source">Inherited from its claim</span>}
      {one.link.note !== '' && (
        <span className="margin-link-note" dir="auto">
          {one.link.note}
        </span>
      )}
    </button>
  )
}
