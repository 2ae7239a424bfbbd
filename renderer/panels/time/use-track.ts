import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { changeTimeView } from '../../store/argument/lives.ts'
import type { DayRange } from '../../store/argument/time-view.ts'
import { panned, zoomed } from './axis.ts'

export interface TrackHandlers {
  onPointerDown: (event: PointerEvent<HTMLElement>) => void
  onPointerMove: (event: PointerEvent<HTMLElement>) => void
  onPointerUp: (event: PointerEvent<HTMLElement>) => void
}

/**
 * The part of the lanes where the time is: its width in CSS pixels, and moving it. The wheel with Ctrl zooms about the
 * pointer, with Shift or sideways it moves the time; above the axis it zooms without Ctrl, and dragging moves.
 */
export function useTrack(scroller: RefObject<HTMLDivElement | null>, range: DayRange, extent: DayRange) {
  const [width, setWidth] = useState(600)
  const now = useRef({ range, extent })
  now.current = { range, extent }
  const dragged = useRef<{ x: number; range: DayRange } | null>(null)

  useEffect(() => {
    const element = scroller.current
    const measured = element?.querySelector<HTMLElement>('.time-track')
    if (!element || !measured) return
    const observer = new ResizeObserver(() => setWidth(Math.max(50, measured.clientWidth)))
    observer.observe(measured)
    // React listens to the wheel passively, so that scrolling could not be kept from happening.
    const wheel = (event: WheelEvent) => {
      const box = measured.getBoundingClientRect()
      const { range, extent } = now.current
      const sideways = event.shiftKey ? event.deltaY + event.deltaX : event.deltaX
      const isOnAxis = (event.target as Element).closest('.time-axis') !== null
      if (event.ctrlKey || event.metaKey || (isOnAxis && sideways === 0)) {
        const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width))
        const about = range.from + share * (range.to - range.from)
        changeTimeView({ range: zoomed(range, 1.0018 ** -event.deltaY, about) })
      } else if (sideways !== 0) changeTimeView({ range: panned(range, sideways / box.width, extent) })
      else return
      event.preventDefault()
    }
    element.addEventListener('wheel', wheel, { passive: false })
    return () => {
      observer.disconnect()
      element.removeEventListener('wheel', wheel)
    }
  }, [scroller])

  const track: TrackHandlers = {
    onPointerDown(event) {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      dragged.current = { x: event.clientX, range }
    },
    onPointerMove(event) {
      const begun = dragged.current
      if (begun) changeTimeView({ range: panned(begun.range, (begun.x - event.clientX) / width, extent) })
    },
    onPointerUp() {
      dragged.current = null
    },
  }
  return { width, track }
}
