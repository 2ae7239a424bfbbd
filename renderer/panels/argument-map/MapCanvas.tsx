import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef } from 'react'
import type { ArgumentMap } from '../../../preload/contract/argument-map.ts'
import type { Types } from '../../argument-map/as-elk-graph.ts'
import type { Drawing } from '../../argument-map/drawing.ts'
import { followSize } from '../../argument-map/follow-size.ts'
import { type Direction, nextStop, stopsOf } from '../../argument-map/neighbours.ts'
import {
  beginning,
  fitting,
  keepingInSight,
  type Room,
  revealing,
  zoomed,
} from '../../argument-map/places.ts'
import { changeMap, openFirstMention, openInMap } from '../../commands/argument-map.ts'
import type { MapPlace } from '../../store/argument/argument-map-view.ts'
import { say, showFailure } from '../../store/notices.ts'
import { useWorkbench, workbench } from '../../store/workbench.ts'
import { inWords } from './in-words.ts'
import { MapDrawing } from './MapDrawing.tsx'

const step = 60

/** Where the program has begun the map; it is there still where nobody has moved it, also in a canvas drawn anew. */
let begun: MapPlace | null = null

/** The map, to be moved and enlarged; the arrows go from node to node along links. */
export function MapCanvas({ map, drawing, types }: { map: ArgumentMap; drawing: Drawing; types: Types }) {
  const canvas = useRef<HTMLDivElement>(null)
  const place = useWorkbench((state) => state.argumentMap.place)
  const current = useWorkbench((state) => state.argumentMap.current)
  const stops = useMemo(() => stopsOf(drawing), [drawing])
  const at = current !== null && stops.has(current) ? current : (map.nodes[0]?.key ?? '')
  const held = useRef<{ x: number; y: number; place: MapPlace; moved: boolean } | null>(null)
  const begin = () => {
    begun = beginning(roomOf(canvas.current), drawing, stops.get(at))
    changeMap({ place: begun })
  }
  const now = () => workbench.getState().argumentMap.place ?? fitting(roomOf(canvas.current), drawing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the map begins is asked once for each drawing
  useEffect(() => {
    canvas.current?.focus({ preventScroll: true })
    if (workbench.getState().argumentMap.place === null) begin()
  }, [drawing])
  useRoom(canvas, () => {
    const { place: before } = workbench.getState().argumentMap
    const stop = stops.get(at)
    if (before === begun) begin()
    else if (before && stop) changeMap({ place: keepingInSight(roomOf(canvas.current), stop, before) })
  })
  useWheel(canvas, now)

  const goTo = (key: string | undefined) => {
    const stop = key === undefined ? undefined : stops.get(key)
    if (key === undefined || !stop) return say('Nothing lies that way')
    changeMap({ current: key, place: revealing(roomOf(canvas.current), stop, now()) })
    say(inWords(map, types, key))
  }
  const larger = (by: number) => changeMap({ place: zoomed(now(), by) })
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Record<string, [number, number]> = {
      ArrowUp: [0, step],
      ArrowDown: [0, -step],
      ArrowLeft: [step, 0],
      ArrowRight: [-step, 0],
    }
    const move = moves[event.key]
    if (move && event.shiftKey) changeMap({ place: { ...now(), x: now().x + move[0], y: now().y + move[1] } })
    else if (move) goTo(nextStop(map, stops, at, event.key as Direction))
    else if (event.key === '+' || event.key === '=') larger(1.25)
    else if (event.key === '-') larger(0.8)
    else if (event.key === '0') changeMap({ place: fitting(roomOf(canvas.current), drawing) })
    else if (event.key === 'Home') goTo(map.nodes[0]?.key)
    else if (event.key === 'Enter')
      (event.shiftKey ? openFirstMention : openInMap)(map, at).catch(showFailure)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const drag = {
    onPointerDown({
      button,
      clientX: x,
      clientY: y,
      currentTarget,
      pointerId,
    }: PointerEvent<HTMLDivElement>) {
      if (button !== 0) return
      currentTarget.setPointerCapture(pointerId)
      held.current = { x, y, place: now(), moved: false }
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const from = held.current
      if (!from) return
      const [x, y] = [clientX - from.x, clientY - from.y]
      if (Math.hypot(x, y) > 3) from.moved = true
      if (from.moved) changeMap({ place: { ...from.place, x: from.place.x + x, y: from.place.y + y } })
    },
    onPointerUp({ clientX, clientY }: PointerEvent) {
      const from = held.current
      held.current = null
      if (!from || from.moved) return
      const key = document
        .elementFromPoint(clientX, clientY)
        ?.closest<Element>('[data-map-key]')
        ?.getAttribute('data-map-key')
      if (key && stops.has(key)) goTo(key)
    },
    onDoubleClick: () => openInMap(map, at).catch(showFailure),
  }
  const { x, y, scale } = place ?? { x: 0, y: 0, scale: 1 }
  const box = drawing.boxes.find(({ node }) => node.key === at)
  const stop = stops.get(at)
  return (
    <div
      ref={canvas}
      className="map-canvas"
      role="application"
      aria-roledescription="argument map"
      aria-label={inWords(map, types, at)}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrows go from node to node in it
      tabIndex={0}
      data-area-start
      onKeyDown={press}
      {...drag}
    >
      <svg aria-hidden width="100%" height="100%">
        <g className="map-middle">
          <g transform={`translate(${x} ${y}) scale(${scale})`}>
            <MapDrawing {...drawing} />
            {box ? (
              <rect
                className="map-current"
                x={box.x - 3}
                y={box.y - 3}
                width={box.width + 6}
                height={box.height + 6}
                rx={7}
              />
            ) : (
              stop && <circle className="map-current" cx={stop.x} cy={stop.y} r={9} />
            )}
          </g>
        </g>
      </svg>
    </div>
  )
}

/** The room of a canvas; of none that of a usual one. */
export const roomOf = (canvas: Element | null): Room =>
  canvas?.getBoundingClientRect() ?? { width: 800, height: 600 }

/** Calls it each time the size of the canvas has changed. */
function useRoom(canvas: { current: HTMLElement | null }, changed: () => void): void {
  const latest = useRef(changed)
  latest.current = changed
  useEffect(() => (canvas.current ? followSize(canvas.current, () => latest.current()) : undefined), [canvas])
}

/** The wheel moves the map; with Ctrl, or by a pinch, it makes it larger or smaller. */
function useWheel(canvas: { current: HTMLElement | null }, now: () => MapPlace): void {
  const latest = useRef(now)
  latest.current = now
  useEffect(() => {
    const element = canvas.current
    const turn = (event: WheelEvent) => {
      event.preventDefault()
      const place = latest.current()
      if (event.ctrlKey || event.metaKey) {
        const { left, top, width, height } = element!.getBoundingClientRect()
        const under = { x: event.clientX - left - width / 2, y: event.clientY - top - height / 2 }
        changeMap({ place: zoomed(place, Math.exp(-event.deltaY / 300), under) })
      } else changeMap({ place: { ...place, x: place.x - event.deltaX, y: place.y - event.deltaY } })
    }
    element?.addEventListener('wheel', turn, { passive: false })
    return () => element?.removeEventListener('wheel', turn)
  }, [canvas])
}
