import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Tint, withoutOverlaps } from './tints.ts'

const tints = fc
  .array(fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 15 }), height: fc.nat(4) }), {
    maxLength: 12,
  })
  .map((all) => all.map(({ start, length, height }, of) => ({ start, end: start + length, height, of })))

const over = (all: readonly Tint<number>[], at: number) =>
  all.filter(({ start, end }) => start <= at && at < end)

it('leaves at each place one tint, that of the highest', () => {
  fc.assert(
    fc.property(tints, (all) => {
      const cut = withoutOverlaps(all)
      for (let at = 0; at < 60; at++) {
        const height = Math.max(...over(all, at).map((tint) => tint.height))
        expect(over(cut, at).map((tint) => tint.height)).toEqual(over(all, at).length > 0 ? [height] : [])
      }
    }),
  )
})

it('keeps whole what nothing lies over', () => {
  const long = { start: 0, end: 30, height: 2, of: 'claim' }
  expect(withoutOverlaps([long, { start: 10, end: 20, height: 0, of: 'premise' }])).toEqual([long])
})
