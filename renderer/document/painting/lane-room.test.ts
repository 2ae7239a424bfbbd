import { describe, expect, it } from 'vitest'
import { firstLane, fitted, laneRoom } from './lane-room.ts'
import { laneCount } from './lanes.ts'

const settings = [12, 14, 18, 22, 40].flatMap((size) =>
  [1.2, 1.4, 1.6, 2, 2.6].map((leading) => ({ size, leading })),
)

describe('the room for lines under the words', () => {
  it.each(settings)('ends before the letters of the next line: $size px, $leading', ({ size, leading }) => {
    const { lanes, step, mostWidth } = laneRoom(size, leading)
    const outermost = firstLane * size + (lanes - 1) * step
    expect(outermost + 1).toBeLessThanOrEqual((leading - 0.48) * size)
    expect(mostWidth).toBeLessThan(step)
    expect(lanes).toBeGreaterThanOrEqual(2)
    expect(lanes).toBeLessThanOrEqual(laneCount)
  })

  it('is as large as the person sets the lines apart', () => {
    const lanes = settings.filter(({ size }) => size === 18).map(({ leading }) => laneRoom(18, leading).lanes)
    expect(lanes).toEqual([3, 4, 5, 7, 8])
  })

  it('is kept free by a line of three strokes’ height too', () => {
    const room = laneRoom(12, 1.2)
    expect(3 * fitted({ style: 'double', width: 1.5 }, room).width).toBeLessThan(room.step)
    expect(fitted({ style: 'solid', width: 3 }, room).width).toBeLessThan(room.step)
    expect(fitted({ style: 'solid', width: 1 }, room).width).toBe(1)
  })
})
