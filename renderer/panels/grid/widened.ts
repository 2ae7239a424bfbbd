import { type RefObject, useEffect, useMemo, useState } from 'react'

/** No column of words is read more easily for being wider, in CSS pixels. */
const mostMore = 220
const none: readonly number[] = []

/** Widths of which those that are named share what room is left over in the table. All in CSS pixels. */
export function useWidened(
  widths: readonly number[],
  growing: readonly number[] = none,
  table: RefObject<HTMLDivElement | null>,
): readonly number[] {
  const [room, setRoom] = useState(0)
  useEffect(() => {
    const element = table.current
    if (!element || growing.length === 0) return
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [table, growing.length])
  return useMemo(() => widened(widths, growing, room), [widths, growing, room])
}

export function widened(
  widths: readonly number[],
  growing: readonly number[],
  room: number,
): readonly number[] {
  const spare = room - widths.reduce((sum, width) => sum + width, 0)
  if (spare <= 0 || growing.length === 0) return widths
  const more = Math.min(mostMore, Math.floor(spare / growing.length))
  return widths.map((width, column) => (growing.includes(column) ? width + more : width))
}
