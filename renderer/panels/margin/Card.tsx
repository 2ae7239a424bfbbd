import type { CSSProperties, KeyboardEvent, Ref } from 'react'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Tag } from '../../../preload/contract/tag.ts'
import { changeAnnotation } from '../../commands/change-annotation.ts'
import { followLink } from '../../commands/travel.ts'
import { showFailure } from '../../store/notices.ts'
import { otherSide } from '../../store/places.ts'
import { type PaneSide, useWorkbench } from '../../store/workbench.ts'
import { tagColor } from '../../ui/Tag.tsx'
import { KeptField } from '../inspector/KeptField.tsx'
import { CardLink, type CardLinkProps } from './CardLink.tsx'
import type { ShownCard } from './use-cards.ts'

const mostLinksAtRest = 3
const mostOntoLink = 2

export interface CardProps {
  card: ShownCard
  side: PaneSide
  tag: Tag | undefined
  /** The beginning of its passage, for who cannot see it. */
  words: string
  isFocused: boolean
  /** Whether the pointer is on its passage. */
  isPointedAt: boolean
  isEditing: boolean
  readOnly: boolean
  /** Whether Tab stops here. */
  isStop: boolean
  /** Over the text, above or below its mark, where there is no room beside it. */
  floats: 'above' | 'below' | null
  ref: Ref<HTMLElement>
  onFocus: (id: AnnotationId) => void
  onHover: (id: AnnotationId | null) => void
  onEdit: (id: AnnotationId | null) => void
  onStep: (id: AnnotationId, step: 1 | -1) => void
  onLeave: (id: AnnotationId) => void
}

/** What is said in the margin about one annotation: its note and the other ends of its links. */
export function Card(props: CardProps) {
  const { card, side, tag, isFocused, isEditing, readOnly, isStop, onEdit } = props
  const { annotation: id, number, note, links, linkCount } = card
  const shown = isFocused ? links : links.slice(0, mostLinksAtRest)
  const more = linkCount - shown.length

  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget && event.key !== 'Escape') return
    const first = links[0]
    const keys: Record<string, (() => unknown) | undefined> = {
      ArrowDown: () => props.onStep(id, 1),
      ArrowUp: () => props.onStep(id, -1),
      Escape: () => props.onLeave(id),
      Enter: first && (() => followLink(first, event.shiftKey ? otherSide(side) : side).catch(showFailure)),
      n: readOnly ? undefined : () => onEdit(id),
      F2: readOnly ? undefined : () => onEdit(id),
    }
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <article
      ref={props.ref}
      className="margin-card tag-colored"
      style={{ ...tagColor(tag?.color ?? '#808080'), '--digits': String(number).length } as CSSProperties}
      tabIndex={isStop ? 0 : -1}
      aria-label={`${number}, ${tag?.name ?? 'Annotation'}: ${props.words}`}
      data-of={id}
      data-focused={isFocused}
      data-pointed={props.isPointedAt}
      data-floats={props.floats ?? undefined}
      data-own-focus
      onKeyDown={press}
      onFocus={() => props.onFocus(id)}
      onMouseEnter={() => props.onHover(id)}
      onMouseLeave={() => props.onHover(null)}
    >
      <span className="margin-card-number" aria-hidden>
        {number}
      </span>
      <div className="margin-card-clip">
        <div className="margin-card-inner">
          {isEditing ? (
            <NoteField id={id} onEnd={() => onEdit(null)} />
          ) : (
            note !== '' && (
              <p className="margin-note" dir="auto" onDoubleClick={readOnly ? undefined : () => onEdit(id)}>
                {note}
              </p>
            )
          )}
          {shown.map((one) => (
            <LinkWithOnto key={one.link.id} one={one} side={side} tabIndex={isStop ? 0 : -1} />
          ))}
          {more > 0 && <p className="margin-more">{more === 1 ? '1 more link' : `${more} more links`}</p>}
        </div>
      </div>
    </article>
  )
}

/** A link, and below it what undercuts it. */
function LinkWithOnto(props: CardLinkProps) {
  const onto = props.one.onto ?? []
  const shown = onto.slice(0, mostOntoLink)
  const more = onto.length - shown.length
  return (
    <>
      <CardLink {...props} />
      {shown.map((one) => (
        <CardLink {...props} key={one.link.id} one={one} isOnto />
      ))}
      {more > 0 && (
        <p className="margin-more">{more === 1 ? '1 more link' : `${more} more links`} onto this link</p>
      )}
    </>
  )
}

/** Once the annotation is in focus, its whole note is at hand. */
function NoteField({ id, onEnd }: { id: AnnotationId; onEnd: () => void }) {
  const focused = useWorkbench((state) => state.focused)
  if (focused?.annotation.id !== id) return null
  return (
    <KeptField
      label="Note"
      isLabelHidden
      lines={2}
      autoFocus
      value={focused.annotation.note}
      isDisabled={false}
      onEnd={onEnd}
      onEscape={() => {
        const card = document.activeElement?.closest<HTMLElement>('.margin-card')
        card?.focus()
      }}
      keep={(words) => changeAnnotation(id, { note: words })}
    />
  )
}
