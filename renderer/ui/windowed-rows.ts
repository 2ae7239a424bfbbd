import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Rows above and below those that can be seen, so that scrolling shows no gap. */
const margin = 8

export interface WindowedRows {
  scroller: RefObject<HTMLDivElement | null>
  onScroll: () => void
  /** The rows to draw: `first` included, `end` not. */
  first: number
  end: number
  /** Height of all rows together, in CSS pixels. */
  height: number
  /** Rows that fit into the view. */
  page: number
  /** Scrolls as little as it takes to show a row. */
  reveal: (index: number) => void
}

/**
 * Which rows of a long list to draw. All have one height, so nothing is measured and a list of 10,000 costs what one
 * of 30 does; React Aria’s own virtualiser builds an element for every item (250 ms at each letter of a filter).
 */
export function useWindowedRows(count: number, rowHeight: number): WindowedRows {
  const scroller = useRef<HTMLDivElement>(null)
  const [{ top, view }, setExtent] = useState({ top: 0, view: 600 })

  const look = useCallback(() => {
    const element = scroller.current
    if (!element) return
    // Only whole rows count, else every pixel of scrolling would draw anew.
    const next = {
      top: Math.floor(element.scrollTop / rowHeight) * rowHeight,
      view: Math.ceil(element.clientHeight / rowHeight) * rowHeight,
    }
    setExtent((last) => (last.top === next.top && last.view === next.view ? last : next))
  }, [rowHeight])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [look])

  const visible = Math.floor(top / rowHeight)
  const page = Math.max(1, Math.round(view / rowHeight))
  return {
    scroller,
    onScroll: look,
    first: Math.max(0, Math.min(visible, count) - margin),
    end: Math.min(count, visible + page + 1 + margin),
    height: count * rowHeight,
    page,
    reveal: (index) => {
      const element = scroller.current
      if (!element || index < 0) return
      const start = index * rowHeight
      if (start < element.scrollTop) element.scrollTop = start
      else if (start + rowHeight > element.scrollTop + element.clientHeight) {
        element.scrollTop = start + rowHeight - element.clientHeight
      }
    },
  }
}
