import { type RefObject, useEffect, useState } from 'react'
import type { ArgumentMap } from '../../../preload/contract/argument-map.ts'
import { asDrawing, asElkGraph, type Types } from '../../argument-map/as-elk-graph.ts'
import { type Drawing, fontSize } from '../../argument-map/drawing.ts'
import { layOut, prepareLayout } from '../../argument-map/lay-out.ts'
import type { Measure } from '../../argument-map/wrap.ts'
import { showFailure } from '../../store/notices.ts'

export interface Laying {
  drawing: Drawing | null
  isBusy: boolean
  /** Gives the layout up; the map before stays. */
  cancel: () => void
}

/** A map laid out in a thread of its own, in the shape of `area`; the one before stays until the next is there. */
export function useDrawing(
  map: ArgumentMap | undefined,
  types: Types,
  area: RefObject<HTMLElement | null>,
): Laying {
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const [running, setRunning] = useState<AbortController | null>(null)
  useEffect(prepareLayout, [])
  useEffect(() => {
    if (!map) return
    const controller = new AbortController()
    setRunning(controller)
    const known = types.size > 0 ? map : { ...map, links: [] }
    layOut(asElkGraph(known, types, measure, shapeOf(area.current)), controller.signal)
      .then((laidOut) => setDrawing(asDrawing(laidOut, known, types, measure)))
      .catch((error) => !controller.signal.aborted && showFailure(error))
      .finally(() => setRunning((now) => (now === controller ? null : now)))
    return () => controller.abort(new Error('There is a newer map.'))
  }, [map, types, area])
  return {
    drawing,
    isBusy: running !== null,
    cancel: () => running?.abort(new Error('The person gave it up.')),
  }
}

/** Its width to its height; of what is very wide or high less, since a map is also moved. */
function shapeOf(area: HTMLElement | null): number {
  const { clientWidth, clientHeight } = area ?? document.documentElement
  return Math.min(2.5, Math.max(0.6, clientWidth / Math.max(1, clientHeight)))
}

let context: CanvasRenderingContext2D | null = null

const measure: Measure = (words) => {
  if (!context) {
    context = document.createElement('canvas').getContext('2d')!
    context.font = `${fontSize}px ${getComputedStyle(document.body).fontFamily}`
  }
  // Some more, since a file of the map may be drawn with another font.
  return context.measureText(words).width * 1.06
}
