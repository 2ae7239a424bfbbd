import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeWindow } from './window-place.ts'

const main = { x: 0, y: 25, width: 1920, height: 1055 }
const second = { x: 1920, y: 0, width: 1280, height: 1024 }

describe('the place of the window', () => {
  it('is where it was while its screen is there', () => {
    const last = { x: 2000, y: 100, width: 1000, height: 800 }
    expect(placeWindow(last, [main, second])).toEqual(last)
    expect(placeWindow(last, [main])).toEqual({ x: 280, y: 122, width: 1360, height: 860 })
  })

  it('is no larger than its screen and not half outside', () => {
    expect(placeWindow({ x: 1700, y: 900, width: 800, height: 600 }, [main])).toMatchObject({
      x: 1120,
      y: 480,
    })
    expect(placeWindow({ x: 0, y: 25, width: 4000, height: 3000 }, [main])).toMatchObject({
      width: 1920,
      height: 1055,
    })
    expect(placeWindow(undefined, [{ x: 0, y: 0, width: 1000, height: 600 }])).toEqual({
      x: 0,
      y: 0,
      width: 1000,
      height: 600,
    })
  })

  it('always leaves enough of the window in sight to take hold of it', () => {
    const anywhere = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      width: fc.integer({ min: 1, max: 5000 }),
      height: fc.integer({ min: 1, max: 5000 }),
    })
    fc.assert(
      fc.property(anywhere, (last) => {
        const { x, y, width } = placeWindow(last, [main, second])
        const reachable = [main, second].some(
          (area) =>
            x < area.x + area.width - 100 &&
            x + width > area.x + 100 &&
            y >= area.y - 10 &&
            y < area.y + area.height,
        )
        expect(reachable).toBe(true)
      }),
    )
  })
})
