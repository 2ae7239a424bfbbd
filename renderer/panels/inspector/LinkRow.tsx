import { ArrowLeft, ArrowLeftRight, ArrowRight, MoreHorizontal } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import type { LinkFromHere } from '../../../preload/contract/link.ts'
import { openClaim } from '../../commands/claims.ts'
import { compareEnds } from '../../commands/copies.ts'
import { isKeyOf, useKeyOf } from '../../commands/key-choices.ts'
import { deleteLink, linkFromLink, reverseLink } from '../../commands/link-passages.ts'
import { followLink } from '../../commands/travel.ts'
import { showFailure } from '../../store/notices.ts'
import { otherSide } from '../../store/places.ts'
import { chooseLink } from '../../store/reading/focus.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { tagColor } from '../../ui/Tag.tsx'
import { EndWords, readFromHere } from './EndWords.tsx'
import { focusLinkBeside } from './focus-link-beside.ts'
import { LinkNote } from './LinkNote.tsx'
import { LinksOnto } from './LinksOnto.tsx'

export interface LinkRowProps {
  one: LinkFromHere
  side: PaneSide
  index: number
  isChosen: boolean
  readOnly: boolean
}

/** One link: its type as read from here, and its other end. Enter goes there, L makes the link itself an end. */
export function LinkRow({ one, side, index, isChosen, readOnly }: LinkRowProps) {
  const keyOf = useKeyOf()
  const type = useWorkbench((state) =>
    state.linkTypes.find((candidate) => candidate.id === one.link.linkTypeId),
  )
  const [noting, setNoting] = useState(false)
  if (!type) return null
  const go = (to: PaneSide) => followLink(one, to).catch(showFailure)
  const undercut = () => linkFromLink(one.link.id).catch(showFailure)
  const press = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      Enter: () => go(event.shiftKey ? otherSide(side) : side),
      Delete: () => !readOnly && deleteLink(one.link.id).catch(showFailure),
      ArrowDown: () => focusLinkBeside(event.currentTarget, 1),
      ArrowUp: () => focusLinkBeside(event.currentTarget, -1),
    }
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey
    const act = isKeyOf('copy.compare', event.nativeEvent)
      ? () => compareEnds(one)
      : isKeyOf('link.start', event.nativeEvent)
        ? () => !readOnly && undercut()
        : hasModifier
          ? undefined
          : keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <li
      className="link-row tag-colored"
      style={tagColor(type.color)}
      data-chosen={isChosen}
      data-inherited={one.inheritedFrom !== undefined || undefined}
    >
      <button
        type="button"
        className="link-row-go"
        onClick={() => go(side)}
        onFocus={() => chooseLink(index)}
        onKeyDown={press}
      >
        <span className="link-row-type">
          <Icon of={type.symmetric ? ArrowLeftRight : one.outgoing ? ArrowRight : ArrowLeft} size={13} />
          {readFromHere(type, one.outgoing)}
        </span>
        <EndWords end={one.other} />
      </button>
      <MenuButton
        label="Link"
        placement="bottom end"
        trigger={
          <IconButton
            icon={MoreHorizontal}
            label={`More on this link: ${type.name}`}
            className="link-row-more"
          />
        }
      >
        <MenuItem shortcut={keyOf('go.other-end')} onAction={() => go(side)}>
          Go to the other end
        </MenuItem>
        <MenuItem shortcut={keyOf('go.other-end-beside')} onAction={() => go(otherSide(side))}>
          Open the other end beside
        </MenuItem>
        {one.other.kind === 'annotation' && (
          <MenuItem shortcut={keyOf('copy.compare')} onAction={() => compareEnds(one)}>
            Compare both ends word by word
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem isDisabled={readOnly} onAction={() => setNoting(true)}>
          Note on this link
        </MenuItem>
        <MenuItem shortcut={keyOf('link.start')} isDisabled={readOnly} onAction={undercut}>
          Link onto this link
        </MenuItem>
        <MenuItem
          isDisabled={readOnly || type.symmetric}
          onAction={() => reverseLink(one.link.id).catch(showFailure)}
        >
          Reverse direction
        </MenuItem>
        <MenuItem isDanger isDisabled={readOnly} onAction={() => deleteLink(one.link.id).catch(showFailure)}>
          Delete link
        </MenuItem>
      </MenuButton>
      {one.inheritedFrom !== undefined && <InheritedFrom claim={one.inheritedFrom} />}
      <LinkNote link={one.link} readOnly={readOnly} isEdited={noting} onEnd={() => setNoting(false)} />
      {one.onto && <LinksOnto onto={one.onto} side={side} readOnly={readOnly} />}
    </li>
  )
}

/** Says that a link is the claim’s, and opens the claim. */
function InheritedFrom({ claim }: { claim: ClaimId }) {
  const statement = useWorkbench((state) => state.claims.find(({ id }) => id === claim)?.statement)
  return (
    <button type="button" className="link-row-inherited" onClick={() => openClaim(claim)}>
      Inherited from the claim: <span dir="auto">{statement}</span>
    </button>
  )
}
