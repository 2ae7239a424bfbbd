import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

/** Rows above and below those that can be seen, so that scrolling shows no gap. */
const usualMargin = 8

export interface WindowedRows {
  scroller: RefObject<HTMLDivElement | null>
  onScroll: () => void
  /** The rows to draw: `first` included, `end` not. */
  first: number
  end: number
  /** Never fewer than are drawn: the same for all places, so that `index % slots` gives rows elements in turn. */
  slots: number
  /** Height of all rows together, in CSS pixels. */
  height: number
  /** Rows that fit into the view. */
  page: number
  /** The upper edge of a row in CSS pixels, from that of the first. */
  topOf: (index: number) => number
  /** The row at that height; the last one below all. */
  rowAt: (y: number) => number
  /** Scrolls as little as it takes to show a row. */
  reveal: (index: number) => void
}

/**
 * Which rows of a long list to draw. Heights are known, so nothing is measured and a list of 10,000 costs what one of
 * 30 does; React Aria’s own virtualiser builds an element for every item (250 ms at each letter of a filter). `tops`
 * are the edges of rows that differ in height, one more than there are rows; `inset` is covered at the top of the view;
 * fewer rows of `margin` make leaps by key cheaper where a row is costly to draw.
 */
export function useWindowedRows(
  count: number,
  rowHeight: number,
  {
    tops,
    inset = 0,
    margin = usualMargin,
  }: { tops?: Float64Array | undefined; inset?: number; margin?: number } = {},
): WindowedRows {
  const scroller = useRef<HTMLDivElement>(null)
  const [{ top, view }, setExtent] = useState({ top: 0, view: 600 })

  /** The row that was brought into sight, and where the list was scrolled to for it, until somebody scrolls elsewhere. */
  const revealed = useRef<{ index: number; scrollTop: number } | null>(null)
  const reveal = (index: number) => {
    const element = scroller.current
    if (!element || index < 0) return
    const [start, end] = [topOf(index), topOf(index + 1)]
    if (start < element.scrollTop) element.scrollTop = start
    else if (end > element.scrollTop + element.clientHeight - inset) {
      element.scrollTop = end - element.clientHeight + inset
    }
    revealed.current = { index, scrollTop: element.scrollTop }
  }
  const revealAgain = useRef(() => {})
  revealAgain.current = () => {
    if (revealed.current?.scrollTop === scroller.current?.scrollTop) reveal(revealed.current?.index ?? -1)
  }

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
    const observer = new ResizeObserver(() => {
      // What comes below a list makes it shorter.
      revealAgain.current()
      look()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [look])

  const topOf = (index: number) => tops?.[index] ?? index * rowHeight
  const rowAt = (y: number) => {
    const index = tops ? lastUpTo(tops, y) : Math.floor(y / rowHeight)
    return Math.max(0, Math.min(count - 1, index))
  }
  const page = Math.max(1, Math.round(view / rowHeight))
  return {
    scroller,
    onScroll: look,
    first: Math.max(0, rowAt(top) - margin),
    end: count === 0 ? 0 : Math.min(count, rowAt(top + view) + 2 + margin),
    slots: page + 2 * margin + 4,
    height: topOf(count),
    page,
    topOf,
    rowAt,
    reveal,
  }
}

/** The last edge that is not below, by halving. */
function lastUpTo(tops: Float64Array, y: number): number {
  let [low, high] = [0, tops.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (tops[middle]! <= y) low = middle
    else high = middle - 1
  }
  return low
}
