import { ArrowLeft, ArrowLeftRight, ArrowRight, MoreHorizontal } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import type { ClaimId } from '../../../preload/contract/ids.ts'
import type { DescribedEnd, LinkFromHere } from '../../../preload/contract/link.ts'
import type { LinkType } from '../../../preload/contract/link-type.ts'
import { openClaim } from '../../commands/claims.ts'
import { compareEnds } from '../../commands/copies.ts'
import { isKeyOf, useKeyOf } from '../../commands/key-choices.ts'
import { deleteLink, linkFromLink, reverseLink } from '../../commands/link-passages.ts'
import { followLink } from '../../commands/travel.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { showFailure } from '../../store/notices.ts'
import { otherSide } from '../../store/places.ts'
import { chooseLink } from '../../store/reading/focus.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { IconButton } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { MenuButton, MenuItem, MenuSeparator } from '../../ui/Menu.tsx'
import { TagSwatch, tagColor } from '../../ui/Tag.tsx'
import { LinkNote } from './LinkNote.tsx'

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
  const undercut = () => linkFromLink(one.link.id, type.name, wordsOf(one.other))
  const press = (event: KeyboardEvent) => {
    const keys: Record<string, () => void> = {
      Enter: () => go(event.shiftKey ? otherSide(side) : side),
      Delete: () => !readOnly && deleteLink(one.link.id).catch(showFailure),
      ArrowDown: () => focusSibling(event.currentTarget, 1),
      ArrowUp: () => focusSibling(event.currentTarget, -1),
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

/** A directed type reads “rebuts” from its source and “… rebuts this” from its target. */
export function readFromHere(type: LinkType, outgoing: boolean): string {
  return type.symmetric || outgoing ? type.name : `… ${type.name} this`
}

function EndWords({ end }: { end: DescribedEnd }) {
  const tags = useWorkbench((state) => state.tags)
  if (end.kind === 'claim') return <span className="link-row-words">{end.statement}</span>
  if (end.kind === 'link') return <span className="link-row-words">{end.words}</span>
  const { annotation } = end
  const tag = tags.find((one) => one.id === annotation.tagId)
  return (
    <>
      <q className="link-row-words" dir="auto">
        {annotation.quote.join(' … ')}
      </q>
      <span className="link-row-place">
        {tag && <TagSwatch color={tag.color} />}
        {tag?.name} · {annotation.documentTitle}
        {annotation.documentDate !== '' && <span> · {dateInWords(annotation.documentDate)}</span>}
      </span>
    </>
  )
}

/** What stands at an end, in words. */
export function wordsOf(end: DescribedEnd): string {
  if (end.kind === 'annotation') return end.annotation.quote.join(' … ')
  return end.kind === 'claim' ? end.statement : end.words
}

function focusSibling(button: EventTarget & Element, step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.link-row-go')]
  rows[rows.indexOf(button as HTMLElement) + step]?.focus()
}
