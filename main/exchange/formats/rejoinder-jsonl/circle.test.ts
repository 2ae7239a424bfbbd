import { describe, expect, it } from 'vitest'
import { circlesIn } from './circle.ts'

const circles = (references: Record<string, string[]>) =>
  [...circlesIn(new Map(Object.entries(references)))].sort()

describe('circles', () => {
  it('are found, and not what leads into them or out of them', () => {
    expect(circles({ in: ['a'], a: ['b'], b: ['c'], c: ['a', 'out'], out: [], alone: [] })).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(circles({ a: ['a'], b: ['a'] })).toEqual(['a'])
    expect(circles({ a: ['b', 'b'], b: ['c'], c: [] })).toEqual([])
  })

  it('do not come of things that are not there', () => {
    expect(circles({ a: ['gone'], b: ['a'] })).toEqual([])
  })

  it('are looked for in chains of any length', () => {
    const chain = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`l${index}`, [`l${index + 1}`]]),
    )
    expect(circles({ ...chain, l100000: [] })).toEqual([])
    expect(circles({ ...chain, l100000: ['l0'] }).length).toBe(100_001)
  })
})
