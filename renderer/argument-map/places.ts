import type { MapPlace } from '../store/argument-map-view.ts'
import type { Drawing, Point } from './drawing.ts'

/** The canvas that a map is seen in, in CSS pixels. */
export interface Room {
  width: number
  height: number
}

type Size = Pick<Drawing, 'width' | 'height'>

/** What can still be read without effort. */
const readable = 0.85
const [smallest, largest] = [0.02, 4]
/** Of what is empty at an edge of the canvas. */
const most = 24

/** All of it in the middle, no larger than it is. */
export function fitting(room: Room, { width, height }: Size): MapPlace {
  const scale = Math.min(1, room.width / Math.max(1, width), room.height / Math.max(1, height))
  return { scale, x: (room.width - width * scale) / 2, y: (room.height - height * scale) / 2 }
}

/** All of it where it can be read so; else what is around a stop. */
export function beginning(room: Room, drawing: Size, stop: Point | undefined): MapPlace {
  const all = fitting(room, drawing)
  if (stop === undefined || all.scale >= readable) return all
  const { scale, x, y } = revealing(room, stop, all)
  return {
    scale,
    x: withoutGap(x, room.width, drawing.width * scale),
    y: withoutGap(y, room.height, drawing.height * scale),
  }
}

function withoutGap(from: number, room: number, size: number): number {
  return size <= room ? (room - size) / 2 : Math.min(most, Math.max(room - size - most, from))
}

/** Larger or smaller, around the middle of the canvas or around a point of it. */
export function zoomed(
  room: Room,
  place: MapPlace,
  by: number,
  { x, y }: Point = { x: room.width / 2, y: room.height / 2 },
): MapPlace {
  const scale = Math.min(largest, Math.max(smallest, place.scale * by))
  const grown = scale / place.scale
  return { scale, x: x - (x - place.x) * grown, y: y - (y - place.y) * grown }
}

/** Moves the map so that a stop is well in sight, and no smaller than it can be read. */
export function revealing(room: Room, stop: Point, place: MapPlace): MapPlace {
  const scale = Math.max(place.scale, readable)
  return scale === place.scale && isWithin(room, seenAt(stop, place), 130)
    ? place
    : inTheMiddle(room, stop, scale)
}

/** The same place, unless a stop is not in it: then around the stop, as large as it was. */
export function keepingInSight(room: Room, stop: Point, place: MapPlace): MapPlace {
  return isWithin(room, seenAt(stop, place), 0) ? place : inTheMiddle(room, stop, place.scale)
}

const seenAt = (stop: Point, { x, y, scale }: MapPlace): Point => ({
  x: stop.x * scale + x,
  y: stop.y * scale + y,
})

const inTheMiddle = (room: Room, { x, y }: Point, scale: number): MapPlace => ({
  scale,
  x: room.width / 2 - x * scale,
  y: room.height / 2 - y * scale,
})

/** Whether it is as far from both sides, and half as far from top and bottom; a third of a small room is enough. */
function isWithin(room: Room, { x, y }: Point, margin: number): boolean {
  const aside = Math.min(margin, room.width / 3)
  const above = Math.min(margin / 2, room.height / 3)
  return x > aside && x < room.width - aside && y > above && y < room.height - above
}
