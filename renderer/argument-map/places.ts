import type { MapPlace } from '../store/argument/argument-map-view.ts'
import type { Drawing, Point } from './drawing.ts'

/** The canvas that a map is seen in, in CSS pixels. */
export interface Room {
  width: number
  height: number
}

type Size = Pick<Drawing, 'width' | 'height'>

/** What can still be read without effort. */
const readable = 0.85
/** What can be made out, where a map is not cut at its sides then. */
const madeOut = 0.65
const [smallest, largest] = [0.02, 4]
/** Of what is empty at an edge of the canvas. */
const most = 24

/** Left empty around a whole map, so that none of it lies under the frame of the canvas. */
const frame = 8

/** All of it in the middle, no larger than it is. */
export function fitting(room: Room, { width, height }: Size): MapPlace {
  const fits = (space: number, size: number) => Math.max(1, space - 2 * frame) / Math.max(1, size)
  const scale = Math.min(1, fits(room.width, width), fits(room.height, height))
  return { scale, x: (-width * scale) / 2, y: (-height * scale) / 2 }
}

/** All of it where it can be read so; else what is around a stop, in its whole width where that can be made out. */
export function beginning(room: Room, drawing: Size, stop: Point | undefined): MapPlace {
  const all = fitting(room, drawing)
  if (stop === undefined || all.scale >= readable) return all
  const inWidth = (room.width - 2 * frame) / Math.max(1, drawing.width)
  const { scale, x, y } = inTheMiddle(stop, inWidth < madeOut ? readable : Math.min(readable, inWidth))
  return {
    scale,
    x: withoutGap(x, room.width, drawing.width * scale),
    y: withoutGap(y, room.height, drawing.height * scale),
  }
}

function withoutGap(from: number, room: number, size: number): number {
  return size <= room ? -size / 2 : Math.min(most - room / 2, Math.max(room / 2 - size - most, from))
}

/** Larger or smaller, around a point that is so far from the middle of the canvas. */
export function zoomed(place: MapPlace, by: number, { x, y }: Point = { x: 0, y: 0 }): MapPlace {
  const scale = Math.min(largest, Math.max(smallest, place.scale * by))
  const grown = scale / place.scale
  return { scale, x: x - (x - place.x) * grown, y: y - (y - place.y) * grown }
}

/** Moves the map so that a stop is well in sight, and no smaller than it can be read. */
export function revealing(room: Room, stop: Point, place: MapPlace): MapPlace {
  const scale = Math.max(place.scale, readable)
  return scale === place.scale && isWithin(room, seenAt(stop, place), 130) ? place : inTheMiddle(stop, scale)
}

/** The same place, unless a stop is not in it: then around the stop, as large as it was. */
export function keepingInSight(room: Room, stop: Point, place: MapPlace): MapPlace {
  return isWithin(room, seenAt(stop, place), 0) ? place : inTheMiddle(stop, place.scale)
}

/** How far it is seen from the middle of the canvas. */
const seenAt = (stop: Point, { x, y, scale }: MapPlace): Point => ({
  x: stop.x * scale + x,
  y: stop.y * scale + y,
})

const inTheMiddle = ({ x, y }: Point, scale: number): MapPlace => ({ scale, x: -x * scale, y: -y * scale })

/** Whether it is as far from both sides, and half as far from top and bottom; a third of a small room is enough. */
function isWithin({ width, height }: Room, { x, y }: Point, margin: number): boolean {
  const aside = Math.min(margin, width / 3)
  const above = Math.min(margin / 2, height / 3)
  return Math.abs(x) < width / 2 - aside && Math.abs(y) < height / 2 - above
}
