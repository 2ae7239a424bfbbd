import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignLanes, laneBeside, laneCount, mostInOutermost, undrawn } from './lanes.ts'

const spans = fc
  .array(fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 20 }) }), { maxLength: 25 })
  .map((all) =>
    all
      .map(({ start, length }) => ({ start, end: start + length }))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  )

const touches = (a: { start: number; end: number }, b: { start: number; end: number }) =>
  a.start <= b.end && b.start <= a.end

describe('lanes of overlapping annotations', () => {
  it('differ for those that overlap or touch, as long as there are lanes', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const lanes = assignLanes(
          all.map(({ start }) => start),
          all.map(({ end }) => end),
        )
        for (const [i, one] of all.entries()) {
          const before = all.slice(0, i).filter((other) => touches(one, other))
          if (before.length < laneCount) {
            for (const other of before) expect(lanes[all.indexOf(other)]).not.toBe(lanes[i])
          }
        }
      }),
    )
  })

  it('are as near to the text as can be', () => {
    expect([...assignLanes([0, 2, 4, 30], [20, 10, 6, 40])]).toEqual([0, 1, 2, 0])
  })

  it('tell two annotations apart that stand end to end', () => {
    expect([...assignLanes([0, 5, 10], [5, 10, 15])]).toEqual([0, 1, 0])
  })

  it('are given to so many at one place and no more, and again to those behind it', () => {
    const most = laneCount - 1 + mostInOutermost
    const starts = Array.from({ length: 200_000 }, (_, n) => (n < 100_000 ? n % 3 : 20)).sort((a, b) => a - b)
    const lanes = assignLanes(
      starts,
      starts.map((start) => start + 9),
    )
    const drawn = (from: number) => lanes.filter((lane, i) => lane !== undrawn && starts[i]! >= from).length
    expect([drawn(0), drawn(20)]).toEqual([2 * most, most])
  })

  it('leave room for one more beside the others', () => {
    expect(laneBeside([0, 2])).toBe(1)
    expect(laneBeside([0, 1, 2, 3, 4, 5, 6, 7])).toBe(laneCount - 1)
  })
})
