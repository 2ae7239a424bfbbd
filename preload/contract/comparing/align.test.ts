import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aligned } from './align.ts'

/** By dynamic programming, the slow and plain way. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  const rows = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!)
  return rows[0]![0]!
}

const few = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 24 })

test('it finds the longest common sequence, in order, of the same', () => {
  fc.assert(
    fc.property(few, few, (a, b) => {
      const partner = aligned(a, b)
      const pairs = [...partner].flatMap((to, from) => (to < 0 ? [] : [[from, to] as const]))
      for (const [from, to] of pairs) expect(b[to]).toBe(a[from])
      expect(pairs.every(([, to], at) => at === 0 || to > pairs[at - 1]![1])).toBe(true)
      expect(pairs).toHaveLength(longestCommon(a, b))
    }),
  )
})

test('what is too different is aligned as far as it was followed', () => {
  const a = Array.from({ length: 3000 }, (_, at) => at)
  const b = a.map((one) => one + 10_000)
  expect([...aligned([7, ...a, 9], [7, ...b, 9])].filter((to) => to >= 0)).toEqual([0, 3001])
})
