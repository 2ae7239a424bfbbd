import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RunningCounts } from './running-counts.ts'

it('sums up what stands before a place, also after changes', () => {
  const change = fc.record({ place: fc.nat({ max: 39 }), more: fc.integer({ min: -3, max: 3 }) })
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 40 }),
      fc.array(change, { maxLength: 30 }),
      (counts, changes) => {
        const running = new RunningCounts(Int32Array.from(counts))
        const plain = [...counts]
        for (const { place, more } of changes) {
          if (place >= plain.length) continue
          running.add(place, more)
          plain[place]! += more
        }
        for (let place = 0; place <= plain.length; place++) {
          expect(running.before(place)).toBe(plain.slice(0, place).reduce((sum, count) => sum + count, 0))
        }
      },
    ),
  )
})
