import { type FocusEvent, Fragment, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { DocumentView } from '../../document/index.ts'
import { showFailure } from '../../store/notices.ts'
import { focusAnnotation } from '../../store/reading/focus.ts'
import { type PaneSide, useWorkbench, workbench } from '../../store/workbench.ts'
import { Card } from './Card.tsx'
import { CardLayout, type Reach } from './card-layout.ts'
import { Mark } from './Mark.tsx'
import type { Paintings } from './paintings.ts'
import { useCards } from './use-cards.ts'
import './margin.css'

export interface MarginProps {
  side: PaneSide
  view: DocumentView
  paintings: Paintings
  /** Whether there is room for cards; else a small mark opens each. */
  hasRoom: boolean
  /** The annotation under the pointer. */
  pointed: AnnotationId | null
}

const wordsOfLabel = 60

/** What can be seen of the annotation in focus. */
function reachOf(view: DocumentView, id: AnnotationId | null): Reach | null {
  if (id === null) return null
  const box = view.boxOf(id)
  const pane = view.root.getBoundingClientRect()
  const windowTop = view.root.scrollTop
  const isCut = box !== null && box.bottom >= pane.bottom - 1
  return {
    windowTop,
    bottom: isCut ? Number.POSITIVE_INFINITY : box ? box.bottom - pane.top + windowTop : 0,
    height: view.root.scrollHeight,
  }
}

/** The margin of a text: a numbered mark at the first line of each passage that has a note or links, and its card. */
export function Margin({ side, view, paintings, hasRoom, pointed }: MarginProps) {
  const tags = useWorkbench((state) => state.tags)
  const readOnly = useWorkbench((state) => state.project?.readOnly !== '')
  const focusedId = useWorkbench((state) =>
    state.focused?.side === side ? state.focused.annotation.id : null,
  )
  const wanted = useWorkbench((state) => state.cardWanted)
  const [layout] = useState(() => new CardLayout())
  /** The card or mark with the keyboard focus, or the one that had it last. */
  const [current, setCurrent] = useState<AnnotationId | null>(null)
  const [editing, setEditing] = useState<AnnotationId | null>(null)
  /** The card that stands over the text while there is no room beside it. */
  const [open, setOpen] = useState<AnnotationId | null>(null)
  const column = useRef<HTMLElement>(null)
  const stepping = useRef<{ from: number; step: 1 | -1 } | null>(null)

  const cards = useCards(view, paintings, layout, [editing, current])
  const order = cards.map((card) => card.annotation)
  const stop = [current, focusedId].find((id) => id !== null && order.includes(id)) ?? order[0]

  useEffect(() => () => layout.end(), [layout])
  useLayoutEffect(() => {
    layout.move(view.passagesInSight())
    layout.show(order, hasRoom ? focusedId : null, hasRoom ? reachOf(view, focusedId) : null)
  })

  const cardOf = (id: AnnotationId) =>
    column.current?.querySelector<HTMLElement>(`.margin-card[data-of="${id}"]`)
  const markOf = (id: AnnotationId) =>
    column.current?.querySelector<HTMLElement>(`.margin-mark[data-of="${id}"]`)
  /** Whether what belongs to it is to stand above it, so that it does not hang out of the pane. */
  const isLow = (id: AnnotationId) => {
    const pane = view.root.getBoundingClientRect()
    const { top = 0 } = markOf(id)?.getBoundingClientRect() ?? {}
    return top > pane.top + pane.height * 0.55
  }
  const backToText = (id: AnnotationId) => {
    setOpen(null)
    setCurrent(null)
    const start = view.spansOf(id)[0]?.start
    if (start !== undefined) {
      view.select({ start, end: start })
      view.revealAnnotation(id, { align: 'nearest' })
    }
    view.focus()
  }
  const focus = (id: AnnotationId) => {
    setCurrent(id)
    if (workbench.getState().focused?.annotation.id !== id) focusAnnotation(id, side).catch(showFailure)
  }
  const edit = (id: AnnotationId | null) => {
    if (id !== null) focus(id)
    setEditing(id)
  }
  const goTo = (id: AnnotationId) => {
    if (hasRoom) cardOf(id)?.focus()
    else markOf(id)?.focus()
  }
  const step = (id: AnnotationId, by: 1 | -1) => {
    const next = order[order.indexOf(id) + by]
    if (next !== undefined) return goTo(next)
    // The next one is out of sight: it comes with the text.
    stepping.current = { from: cards.find((card) => card.annotation === id)?.number ?? 0, step: by }
    view.root.scrollBy({ top: (by * view.root.clientHeight) / 2 })
  }

  useEffect(() => {
    const waiting = stepping.current
    if (!waiting) return
    const beyond = cards.filter(({ number }) => (number - waiting.from) * waiting.step > 0)
    const next = waiting.step > 0 ? beyond[0] : beyond.at(-1)
    if (!next) return
    stepping.current = null
    goTo(next.annotation)
  })

  // The keyboard was sent to a card; an annotation that has none gets one with an empty note.
  useEffect(() => {
    if (wanted?.side !== side) return
    const { id } = wanted
    workbench.setState({ cardWanted: null })
    setCurrent(id)
    if (!hasRoom) setOpen(id)
    const isThere = cards.some((card) => card.annotation === id)
    if (!isThere && !readOnly) setEditing(id)
    else requestAnimationFrame(() => cardOf(id)?.focus())
  })

  const leave = (event: FocusEvent) => {
    if (column.current?.contains(event.relatedTarget)) return
    setCurrent(null)
    setOpen(null)
  }
  return createPortal(
    // biome-ignore lint/a11y/useSemanticElements: a section would be one of the document that is read
    <section
      ref={column}
      role="group"
      aria-label="Margin"
      className="margin"
      data-room={hasRoom}
      onBlur={leave}
    >
      {cards.map((card) => {
        const id = card.annotation
        const tag = tags.find((one) => one.id === view.tagOf(id))
        const start = view.spansOf(id)[0]?.start ?? 0
        const words = view.text.text.slice(start, start + wordsOfLabel)
        const isShown = hasRoom || open === id
        return (
          <Fragment key={id}>
            <Mark
              ref={(mark) => layout.setMark(id, mark)}
              card={card}
              tag={tag}
              words={words}
              isFocused={id === focusedId}
              isPointedAt={id === pointed}
              isButton={!hasRoom}
              isStop={id === stop}
              isOpen={open === id}
              onPress={() => {
                focus(id)
                if (hasRoom) return
                markOf(id)?.focus()
                setOpen(open === id ? null : id)
              }}
              onFocus={() => {
                focus(id)
                setOpen(id)
              }}
              onHover={(isOver) => view.setHovered(isOver ? id : null)}
              onStep={(by) => step(id, by)}
              onEnter={() => cardOf(id)?.focus()}
              onLeave={() => backToText(id)}
            />
            {isShown && (
              <Card
                ref={(element) => layout.setCard(id, element)}
                card={card}
                side={side}
                tag={tag}
                words={words}
                isFocused={id === focusedId || !hasRoom}
                isPointedAt={id === pointed}
                isEditing={editing === id}
                readOnly={readOnly}
                isStop={hasRoom ? id === stop : true}
                floats={hasRoom ? null : isLow(id) ? 'above' : 'below'}
                onFocus={focus}
                onHover={(over) => view.setHovered(over)}
                onEdit={edit}
                onStep={step}
                onLeave={backToText}
              />
            )}
          </Fragment>
        )
      })}
    </section>,
    view.aside,
  )
}
