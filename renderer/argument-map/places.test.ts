import { expect, test } from 'vitest'
import type { MapPlace } from '../store/argument/argument-map-view.ts'
import type { Point } from './drawing.ts'
import { beginning, fitting, keepingInSight, revealing, zoomed } from './places.ts'

const room = { width: 1000, height: 600 }
/** How far from the middle of the canvas. */
const seen = ({ x, y }: Point, place: MapPlace) => [x * place.scale + place.x, y * place.scale + place.y]

test('a map that can be read as a whole begins whole; a larger one begins around a stop', () => {
  expect(beginning(room, { width: 1100, height: 400 }, { x: 20, y: 20 })).toEqual(
    fitting(room, { width: 1100, height: 400 }),
  )
  const place = beginning(room, { width: 9000, height: 4000 }, { x: 4000, y: 2000 })
  expect(seen({ x: 4000, y: 2000 }, place)).toEqual([0, 0])
  // No more room than it needs beside its corner.
  expect(beginning(room, { width: 9000, height: 4000 }, { x: 10, y: 10 })).toMatchObject({
    x: 24 - 500,
    y: 24 - 300,
  })
})

test('one that is a little too wide begins in its whole width, so that nothing is cut at its sides', () => {
  const place = beginning(room, { width: 1400, height: 4000 }, { x: 1300, y: 50 })
  expect(seen({ x: 0, y: 50 }, place)[0]).toBeCloseTo(8 - 500)
  expect(seen({ x: 1400, y: 50 }, place)[0]).toBeCloseTo(500 - 8)
  expect(place.scale).toBeLessThan(0.85)
  const tooWide = beginning(room, { width: 1700, height: 4000 }, { x: 1300, y: 50 })
  expect(tooWide.scale).toBe(0.85)
})

test('a stop that is out of sight comes into the middle, one that is seen stays where it is', () => {
  const place = { x: -500, y: -300, scale: 1 }
  expect(revealing(room, { x: 500, y: 300 }, place)).toBe(place)
  expect(seen({ x: 2000, y: 300 }, revealing(room, { x: 2000, y: 300 }, place))).toEqual([0, 0])
  expect(revealing(room, { x: 500, y: 300 }, { ...place, scale: 0.1 }).scale).toBeGreaterThan(0.8)
})

test('in a window that has become small the stop is still there, as large as it was', () => {
  const before = { x: -500, y: -300, scale: 0.5 }
  const stop = { x: 100, y: 100 }
  expect(keepingInSight(room, stop, before)).toBe(before)
  const small = { width: 320, height: 110 }
  const after = keepingInSight(small, stop, before)
  expect(seen(stop, after)).toEqual([0, 0])
  expect(after.scale).toBe(0.5)
})

test('what is under the pointer stays there while the map becomes larger', () => {
  const place = { x: 30, y: 40, scale: 1 }
  const after = zoomed(place, 2, { x: 130, y: 140 })
  expect(seen({ x: 100, y: 100 }, after)).toEqual([130, 140])
  expect(zoomed(place, 1e9).scale).toBe(4)
})
