import { expect, test } from 'vitest'
import { nextStop } from './neighbours.ts'
import { scaleFor } from './png.ts'
import { smallMap } from './testing/maps.ts'

const stops = new Map([
  ['c1', { x: 100, y: 0 }],
  ['l1', { x: 50, y: 50 }],
  ['c2', { x: 50, y: 100 }],
  ['c3', { x: 0, y: 90 }],
  ['c4', { x: 150, y: 100 }],
])

test('the arrows go along links, through the dot of a link that is undercut, else to what lies that way', () => {
  expect(nextStop(smallMap, stops, 'c1', 'ArrowDown')).toBe('l1')
  expect(nextStop(smallMap, stops, 'l1', 'ArrowDown')).toBe('c2')
  expect(nextStop(smallMap, stops, 'l1', 'ArrowLeft')).toBe('c3')
  expect(nextStop(smallMap, stops, 'c2', 'ArrowUp')).toBe('l1')
  expect(nextStop(smallMap, stops, 'c2', 'ArrowLeft')).toBe('c3')
  expect(nextStop(smallMap, stops, 'c1', 'ArrowUp')).toBeUndefined()
})

test('a picture is twice as large as the map, or as large as a picture can be', () => {
  expect(scaleFor({ width: 1000, height: 500 })).toBe(2)
  expect(scaleFor({ width: 24_000, height: 1000 }) * 24_000).toBeCloseTo(16_384)
  expect(scaleFor({ width: 16_000, height: 16_000 })).toBeLessThan(1)
})
