import { ArrowLeft, ArrowLeftRight, ArrowRight } from 'lucide-react'
import type { KeyboardEvent, MouseEvent } from 'react'
import type { LinkFromHere } from '../../../preload/contract/link.ts'
import { isKeyOf } from '../../commands/key-choices.ts'
import { linkFromLink } from '../../commands/link-passages.ts'
import { followLink } from '../../commands/travel.ts'
import { showFailure } from '../../store/notices.ts'
import { otherSide } from '../../store/places.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { tagColor } from '../../ui/Tag.tsx'
import { tellIfCut } from '../../ui/tell-if-cut.ts'
import { readFromHere, wordsOf } from '../inspector/EndWords.tsx'
import { SourceOf } from './SourceOf.tsx'

export interface CardLinkProps {
  one: LinkFromHere
  side: PaneSide
  tabIndex: 0 | -1
  /** It ends at the link above it. */
  isOnto?: boolean
}

/** One link on a card: its type, the words at its other end and where they stand. Goes there; with Shift beside; L makes the link itself an end. */
export function CardLink({ one, side, tabIndex, isOnto = false }: CardLinkProps) {
  const type = useWorkbench((state) =>
    state.linkTypes.find((candidate) => candidate.id === one.link.linkTypeId),
  )
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  if (!type) return null
  const go = (isBeside: boolean) => followLink(one, isBeside ? otherSide(side) : side).catch(showFailure)
  const click = (event: MouseEvent) => {
    event.stopPropagation()
    go(event.shiftKey || event.ctrlKey || event.metaKey)
  }
  const press = (event: KeyboardEvent) => {
    const isLinked = isKeyOf('link.start', event.nativeEvent) && !readOnly
    if (!isLinked && event.key !== 'Enter') return
    event.preventDefault()
    event.stopPropagation()
    if (isLinked) linkFromLink(one.link.id).catch(showFailure)
    else go(event.shiftKey)
  }
  const arrow = type.symmetric ? ArrowLeftRight : one.outgoing ? ArrowRight : ArrowLeft
  return (
    <button
      type="button"
      className="margin-link tag-colored"
      style={tagColor(type.color)}
      tabIndex={tabIndex}
      data-onto={isOnto || undefined}
      onClick={click}
      onKeyDown={press}
    >
      <span className="margin-link-words" onPointerEnter={tellIfCut}>
        <span className="margin-link-type">
          <Icon of={arrow} size={12} /> {readFromHere(type, one.outgoing, isOnto ? 'this link' : 'this')}{' '}
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
