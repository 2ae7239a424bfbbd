import { describe, expect, it } from 'vitest'
import { rangeOf, toggled, withRange } from './choosing.ts'

const items = [4, 8, 15, 16, 23].map((id) => ({ id }))

describe('choosing', () => {
  it('takes a row and takes it back', () => {
    expect([...toggled(new Set([4]), 8)]).toEqual([4, 8])
    expect([...toggled(new Set([4, 8]), 4)]).toEqual([8])
  })

  it('takes all rows between two, upwards too, and keeps the others', () => {
    expect([...withRange(new Set([23]), [], rangeOf(items, 1, 2))]).toEqual([23, 8, 15])
    expect([...withRange(new Set(), [], rangeOf(items, 3, 1))]).toEqual([8, 15, 16])
  })

  it('gives rows back when a range becomes shorter or turns round', () => {
    const down = rangeOf(items, 2, 4)
    const chosen = withRange(new Set([4]), [], down)
    expect([...withRange(chosen, down, rangeOf(items, 2, 3))]).toEqual([4, 15, 16])
    expect([...withRange(chosen, down, rangeOf(items, 2, 1))]).toEqual([4, 8, 15])
  })
})
