import { ArrowDown, ArrowUpDown } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import type { LinkEnd } from '../../../preload/contract/link.ts'
import { lettersOf } from '../../../preload/contract/link-type.ts'
import type { Role } from '../../../preload/contract/tag.ts'
import { finishLink } from '../../commands/link-passages.ts'
import { type OfferedType, offerTypes, roleOf } from '../../store/argument/linking.ts'
import { showFailure } from '../../store/notices.ts'
import { closeDialog } from '../../store/screen.ts'
import { type LinkToType, type PendingLink, useWorkbench } from '../../store/workbench.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { tagColor } from '../../ui/Tag.tsx'
import { PendingWords } from '../link/PendingWords.tsx'
import { meaningOf } from './link-meanings.ts'
import './link-type.css'

/** The last step of a link: one letter says what the one end does to the other. */
export function ChooseLinkType({ link }: { link: LinkToType }) {
  const types = useWorkbench((state) => state.linkTypes)
  const roles = useRoles(link.from.end, link.to.end)
  const [swapped, setSwapped] = useState(false)
  if (!roles) return null
  const [first, second] = swapped ? [link.to, link.from] : [link.from, link.to]
  const offered = swapped ? offerTypes(types, roles.to, roles.from) : offerTypes(types, roles.from, roles.to)
  const letters = lettersOf(types)
  const choose = ({ type, reversed }: OfferedType) =>
    finishLink(type.id, reversed !== swapped).catch(showFailure)
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') setSwapped(!swapped)
    const chosen = offered.find((one) => letters.get(one.type.id) === event.key.toLowerCase())
    if (!chosen) return
    event.preventDefault()
    choose(chosen)
  }
  return (
    <Dialog title="What does the first do to the second?" onClose={closeDialog}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: letters work wherever in the dialog the focus is */}
      <div onKeyDown={press} className="link-choice">
        <EndCard end={first} />
        <button type="button" className="link-choice-swap" onClick={() => setSwapped(!swapped)}>
          <Icon of={ArrowUpDown} size={14} /> Swap the ends <kbd>←</kbd>
          <kbd>→</kbd>
        </button>
        <EndCard end={second} />
        <ul className="link-choice-types">
          {offered.map((one, index) => (
            <li key={one.type.id}>
              <button
                type="button"
                // biome-ignore lint/a11y/noAutofocus: the dialog asks one question; its first answer has the focus
                autoFocus={index === 0}
                className="link-choice-type tag-colored"
                style={tagColor(one.type.color)}
                data-allowed={one.allowed}
                onClick={() => choose(one)}
              >
                <kbd>{letters.get(one.type.id)?.toUpperCase()}</kbd>
                <span>{one.type.name}</span>
                <Below offered={one} />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

/** What is to be known before the letter is pressed: that the type is turned round or unusual, else what it says. */
function Below({ offered: { type, reversed, allowed } }: { offered: OfferedType }) {
  const words = reversed
    ? 'the second does it to the first'
    : allowed
      ? meaningOf(type)
      : 'unusual for these tags'
  if (!words) return null
  return (
    <span className="link-choice-below">
      {reversed && <Icon of={ArrowDown} size={12} />} {words}
    </span>
  )
}

function EndCard({ end }: { end: PendingLink }) {
  return (
    <p className="link-choice-end">
      <PendingWords of={end} />
      <span>{end.where}</span>
    </p>
  )
}

function useRoles(from: LinkEnd, to: LinkEnd) {
  const [roles, setRoles] = useState<{ from: Role | 'link' | null; to: Role | 'link' | null }>()
  useEffect(() => {
    Promise.all([roleOf(from), roleOf(to)])
      .then(([first, second]) => setRoles({ from: first, to: second }))
      .catch(showFailure)
  }, [from, to])
  return roles
}
