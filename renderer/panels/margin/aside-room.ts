import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { useWorkbench } from '../../store/workbench.ts'

const narrowestCard = 168
const widestCard = 288
/** The rail, and the two margins of the text as document.css has them beside narrow cards. */
const beside = 100
/** Below this many ems, about 44 letters, the text would suffer from cards beside it. */
const narrowestTextEms = 20

/**
 * The room for cards in a pane that wide, in CSS pixels; 0 where there is none. `textSize`: of the reading text, which
 * gives way to its cards as long as its lines stay good to read.
 */
export function roomFor(width: number, textSize: number): number {
  const room = Math.min(widestCard, Math.max(narrowestCard, Math.round(width * 0.26)))
  return width - room - beside < narrowestTextEms * textSize ? 0 : room
}

/**
 * The same for an element as it is now: null while the margin is off. `roomIn` tells it for the width that the element
 * is known to have before a text stands in it, so that the text is laid out once.
 */
export function useAsideRoom(
  pane: RefObject<HTMLElement | null>,
  textSize: number,
): { room: number | null; roomIn: (width: number) => number } {
  const isOn = useWorkbench((state) => state.margin.on)
  const [width, setWidth] = useState(0)
  const measured = useRef(0)
  useLayoutEffect(() => {
    const element = pane.current
    if (!element) return
    setWidth(measured.current || element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [pane])
  return {
    room: isOn ? roomFor(width, textSize) : null,
    roomIn(width) {
      measured.current = width
      return isOn ? roomFor(width, textSize) : 0
    },
  }
}
