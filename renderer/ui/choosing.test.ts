import { describe, expect, it } from 'vitest'
import { rangeOf } from './choose-rows.ts'
import { toggled, withRange } from './choosing.ts'

const ids = [4, 8, 15, 16, 23]
const between = (from: number, to: number) => rangeOf(ids, ids[from]!, ids[to]!)

describe('choosing', () => {
  it('takes a row and takes it back', () => {
    expect([...toggled(new Set([4]), 8)]).toEqual([4, 8])
    expect([...toggled(new Set([4, 8]), 4)]).toEqual([8])
  })

  it('takes all rows between two, upwards too, and keeps the others', () => {
    expect([...withRange(new Set([23]), [], between(1, 2))]).toEqual([23, 8, 15])
    expect([...withRange(new Set(), [], between(3, 1))]).toEqual([8, 15, 16])
  })

  it('gives rows back when a range becomes shorter or turns round', () => {
    const down = between(2, 4)
    const chosen = withRange(new Set([4]), [], down)
    expect([...withRange(chosen, down, between(2, 3))]).toEqual([4, 15, 16])
    expect([...withRange(chosen, down, between(2, 1))]).toEqual([4, 8, 15])
  })
})
