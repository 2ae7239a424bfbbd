import { describe, expect, it } from 'vitest'
import { paragraphs } from '../testing/text-samples.ts'
import { breaksBetween, breaksInside } from './breaks.ts'

const { blocks } = paragraphs('first page', 'goes on here', 'third')
const page = (at: number) => ({ kind: 'page', at }) as const

describe('page breaks', () => {
  it('stand before the block that begins there, also when told of the line end before it', () => {
    expect([...breaksBetween(blocks, [page(11)])]).toEqual([[1, { break: 'page', page: 2 }]])
    expect([...breaksBetween(blocks, [page(10)])]).toEqual([[1, { break: 'page', page: 2 }]])
  })

  it('stand inside a block where the page begins there', () => {
    expect(breaksBetween(blocks, [page(16)]).size).toBe(0)
    expect([...breaksInside(blocks, [page(16)])]).toEqual([[1, [{ at: 16, page: 2 }]]])
  })

  it('are numbered from the first page, whether or not it has a break of its own', () => {
    expect([...breaksBetween(blocks, [page(0), page(11), page(24)])].map(([, { page }]) => page)).toEqual([
      2, 3,
    ])
    expect([...breaksBetween(blocks, [page(11), page(24)])].map(([, { page }]) => page)).toEqual([2, 3])
  })

  it('give way to a section that begins at the same place, and keep their number', () => {
    const both = breaksBetween(blocks, [page(11), { kind: 'section', at: 11 }])
    expect(both.get(1)).toEqual({ break: 'section', page: 2 })
  })
})
