import { ArrowLeft, ArrowLeftRight, ArrowRight } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { SeenLink } from '../../../preload/contract/link.ts'
import { isKeyOf } from '../../commands/key-choices.ts'
import { linkFromLink } from '../../commands/link-passages.ts'
import { followLink } from '../../commands/travel.ts'
import { showFailure } from '../../store/notices.ts'
import { otherSide } from '../../store/places.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { Icon } from '../../ui/Icon.tsx'
import { tagColor } from '../../ui/Tag.tsx'
import { EndWords, readFromHere } from './EndWords.tsx'
import { focusLinkBeside } from './focus-link-beside.ts'

export interface LinksOntoProps {
  onto: readonly SeenLink[]
  side: PaneSide
  readOnly: boolean
}

/** What is said of a link itself: what undercuts it, and who does. Enter goes there, L makes that link an end. */
export function LinksOnto({ onto, ...shared }: LinksOntoProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div role="group" className="link-onto" aria-label="On this link">
      {onto.map((one) => (
        <LinkOnto key={one.link.id} one={one} {...shared} />
      ))}
    </div>
  )
}

function LinkOnto({ one, side, readOnly }: Omit<LinksOntoProps, 'onto'> & { one: SeenLink }) {
  const type = useWorkbench((state) => state.linkTypes.find(({ id }) => id === one.link.linkTypeId))
  const annotators = useWorkbench((state) => state.annotators)
  if (!type) return null
  const go = (to: PaneSide) => followLink(one, to).catch(showFailure)
  const press = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      Enter: () => go(event.shiftKey ? otherSide(side) : side),
      ArrowDown: () => focusLinkBeside(event.currentTarget, 1),
      ArrowUp: () => focusLinkBeside(event.currentTarget, -1),
    }
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey
    const isLinked = isKeyOf('link.start', event.nativeEvent) && !readOnly
    const act = isLinked
      ? () => linkFromLink(one.link.id).catch(showFailure)
      : hasModifier
        ? undefined
        : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  const arrow = type.symmetric ? ArrowLeftRight : one.outgoing ? ArrowRight : ArrowLeft
  const by =
    annotators.length > 1 ? annotators.find(({ id }) => id === one.link.annotatorId)?.name : undefined
  return (
    <button
      type="button"
      className="link-row-go link-onto-go tag-colored"
      style={tagColor(type.color)}
      onClick={() => go(side)}
      onKeyDown={press}
    >
      <span className="link-row-type">
        <Icon of={arrow} size={13} />
        {readFromHere(type, one.outgoing, 'this link')}
      </span>
      <EndWords end={one.other} />
      {by && <span className="link-row-place">Linked by {by}</span>}
    </button>
  )
}
