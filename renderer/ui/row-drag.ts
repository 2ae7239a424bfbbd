import { type DragEvent, type RefObject, useState } from 'react'

/** Where what is dragged would land: before a row (its number; after all rows, how many there are), or onto one. */
export type Landing = { before: number } | { onto: number }

export interface RowDragging<L = Landing> {
  /** A row begins to be dragged. False when it cannot be. */
  onStart: (index: number, transfer: DataTransfer) => boolean
  /** Where it may be dropped, given the row below the pointer and how far down in it that is, 0 to 1; null: not here. */
  landingAt: (index: number, part: number) => L | null
  onDrop: (landing: L) => void
  onEnd: () => void
}

interface Rows {
  scroller: RefObject<HTMLDivElement | null>
  topOf: (index: number) => number
  rowAt: (y: number) => number
}

/**
 * Lets rows be dragged by the mouse, with the browser’s own dragging: it scrolls the list near its edges and reaches
 * other places of the window. Whoever uses it gives the same by key.
 */
export function useRowDrag<L = Landing>(rows: Rows, dragging: RowDragging<L> | undefined) {
  const [landing, setLanding] = useState<L | null>(null)
  if (!dragging) return { landing: null, handlers: {} }

  const landingOf = (event: DragEvent): L | null => {
    const element = rows.scroller.current
    if (!element) return null
    const y = event.clientY - element.getBoundingClientRect().top + element.scrollTop
    const index = rows.rowAt(y)
    const top = rows.topOf(index)
    return dragging.landingAt(index, (y - top) / (rows.topOf(index + 1) - top))
  }
  const end = () => {
    setLanding(null)
    dragging.onEnd()
  }
  const handlers = {
    onDragStart: (event: DragEvent) => {
      const row = (event.target as Element).closest<HTMLElement>('[data-index]')
      if (!row || !dragging.onStart(Number(row.dataset.index), event.dataTransfer)) event.preventDefault()
      // At the row itself: it may have been scrolled out of sight, and is no part of the list any more by then.
      else event.target.addEventListener('dragend', end, { once: true })
    },
    onDragOver: (event: DragEvent) => {
      const next = landingOf(event)
      if (next) event.preventDefault()
      setLanding((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next))
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setLanding(null)
    },
    onDrop: (event: DragEvent) => {
      const at = landingOf(event)
      setLanding(null)
      if (!at) return
      event.preventDefault()
      dragging.onDrop(at)
    },
  }
  return { landing, handlers }
}
