import { describe, expect, it } from 'vitest'
import { firstLane, fitted, laneRoom } from './lane-room.ts'
import { laneCount } from './lanes.ts'
import { roles, tagLines, toSecond } from './tag-lines.ts'

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
    expect(lanes).toEqual([3, 4, 4, 6, 8])
  })

  it.each(settings)(
    'keeps the two kinds of a role apart, and the next lane free: $size px, $leading',
    ({ size, leading }) => {
      const room = laneRoom(size, leading)
      for (const role of roles) {
        const tags = Array.from({ length: 4 }, (_, id) => ({ id, role }))
        const drawn = [...tagLines(tags).values()].map((line) => fitted(line, room))
        const [first, second] = drawn.map(
          ({ style, width, second }) => `${style} ${Math.round(width)} ${second}`,
        )
        expect(second).not.toBe(first)
        const heights = drawn.map(
          ({ style, width, second }) => (style === 'double' ? 3 : 1) * width + (second ? toSecond(width) : 0),
        )
        expect(Math.max(...heights)).toBeLessThanOrEqual(room.step)
      }
    },
  )
})
