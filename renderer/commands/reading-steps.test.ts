import { expect, test } from 'vitest'
import { Reading, usualReading } from '../../preload/contract/preferences.ts'
import { type Step, steps, stepsOf } from './reading-steps.ts'
import { nextZoom } from './zoom-window.ts'

test.each(Object.keys(steps) as Step[])(
  '%s goes up and down within what is allowed, and comes back',
  (name) => {
    const { less, more } = stepsOf(name, usualReading[name])
    expect(less).toBeLessThan(usualReading[name])
    expect(stepsOf(name, less).more).toBe(usualReading[name])
    expect(stepsOf(name, more).less).toBe(usualReading[name])
    const schema = Reading.shape[name]
    let value: number = usualReading[name]
    for (let i = 0; i < 40; i++) value = stepsOf(name, value).more
    expect(schema.parse(value)).toBe(schema.maxValue)
    for (let i = 0; i < 60; i++) value = stepsOf(name, value).less
    expect(schema.parse(value)).toBe(schema.minValue)
  },
)

test('the window zooms to 400 % and beyond, and to the usual again', () => {
  let zoom = 1
  const seen = [zoom]
  while (nextZoom(zoom, 1) !== zoom) {
    zoom = nextZoom(zoom, 1)
    seen.push(zoom)
  }
  expect(seen).toContain(4)
  expect(seen.at(-1)).toBe(5)
  expect(nextZoom(1.1, -1)).toBe(1)
  expect(nextZoom(0.5, -1)).toBe(0.5)
})
