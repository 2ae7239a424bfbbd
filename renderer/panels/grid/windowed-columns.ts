import { type RefObject, useCallback, useEffect, useMemo, useState } from 'react'

/** Columns to either side of those in sight, so that scrolling shows no gap. */
const margin = 2

export interface WindowedColumns {
  /** The columns to draw beside the first, which always stays: `first` included, `end` not. */
  first: number
  end: number
  /** Of all together, in CSS pixels. */
  width: number
  leftOf: (column: number) => number
  reveal: (column: number) => void
  look: () => void
}

/** Which columns of a wide table to draw. The first one, the heads of the rows, stays at the edge and covers others. */
export function useWindowedColumns(
  widths: readonly number[],
  scroller: RefObject<HTMLDivElement | null>,
): WindowedColumns {
  const lefts = useMemo(() => {
    const edges = [0]
    for (const width of widths) edges.push(edges.at(-1)! + width)
    return edges
  }, [widths])
  const [extent, setExtent] = useState({ first: 1, end: Math.min(widths.length, 30) })

  const look = useCallback(() => {
    const element = scroller.current
    if (!element) return
    const [from, to] = [element.scrollLeft + lefts[1]!, element.scrollLeft + element.clientWidth]
    let first = 1
    while (first < widths.length - 1 && lefts[first + 1]! < from) first++
    let end = first
    while (end < widths.length && lefts[end]! < to) end++
    const next = { first: Math.max(1, first - margin), end: Math.min(widths.length, end + margin) }
    setExtent((last) => (last.first === next.first && last.end === next.end ? last : next))
  }, [lefts, widths.length, scroller])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [look, scroller])

  return {
    ...extent,
    end: Math.min(extent.end, widths.length),
    width: lefts.at(-1)!,
    leftOf: (column) => lefts[column]!,
    look,
    reveal(column) {
      const element = scroller.current
      if (!element || column < 1) return
      const [left, right] = [lefts[column]!, lefts[column + 1]!]
      if (left < element.scrollLeft + lefts[1]!) element.scrollLeft = left - lefts[1]!
      else if (right > element.scrollLeft + element.clientWidth)
        element.scrollLeft = right - element.clientWidth
    },
  }
}
