import { describe, expect, it } from 'vitest'
import { Painter } from './painter.ts'

type Painted = { block: number; start: number; end: number }

/** A highlight is a set of ranges; here ranges tell what they are. */
function painting(strokes: Record<number, [start: number, end: number][]>) {
  const highlight = new Set<Painted>()
  const asked: number[] = []
  const painter = new Painter(
    (block) => {
      asked.push(block)
      return (strokes[block] ?? []).map(([start, end]) => ({
        highlight: highlight as unknown as Highlight,
        start,
        end,
      }))
    },
    (block, start, end) => ({ block, start, end }) as unknown as AbstractRange,
  )
  const seen = () => [...highlight].map(({ block, start, end }) => `${block}:${start}-${end}`).sort()
  return { painter, asked, seen, strokes }
}

describe('the painter', () => {
  it('has the highlights of the blocks near the window and of no others', () => {
    const { painter, seen } = painting({
      0: [[0, 3]],
      1: [
        [5, 8],
        [6, 7],
      ],
      2: [[9, 10]],
      3: [[20, 30]],
    })
    painter.paint({ first: 0, last: 1 })
    expect(seen()).toEqual(['0:0-3', '1:5-8', '1:6-7'])
    painter.paint({ first: 1, last: 2 })
    expect(seen()).toEqual(['1:5-8', '1:6-7', '2:9-10'])
    painter.paint({ first: 0, last: -1 })
    expect(seen()).toEqual([])
  })

  it('asks only for blocks that came near or look different', () => {
    const { painter, asked } = painting({})
    painter.paint({ first: 0, last: 3 })
    painter.paint({ first: 1, last: 4 })
    expect(asked).toEqual([0, 1, 2, 3, 4])
    painter.invalidate([2, 99])
    painter.paint({ first: 1, last: 4 })
    expect(asked).toEqual([0, 1, 2, 3, 4, 2])
  })

  it('keeps the paint of what looks different until it is painted anew', () => {
    const { painter, seen, strokes } = painting({ 0: [[0, 3]], 1: [[5, 8]] })
    painter.paint({ first: 0, last: 1 })
    strokes[0] = [[1, 2]]
    painter.invalidate([0])
    expect(seen()).toEqual(['0:0-3', '1:5-8'])
    painter.paint({ first: 0, last: 1 })
    expect(seen()).toEqual(['0:1-2', '1:5-8'])
  })

  it('leaves nothing behind', () => {
    const { painter, seen } = painting({ 0: [[0, 3]], 1: [[5, 8]] })
    painter.paint({ first: 0, last: 1 })
    painter.end()
    expect(seen()).toEqual([])
  })

  it('takes away what a block no longer has', () => {
    const { painter, seen, strokes } = painting({
      0: [
        [0, 3],
        [4, 6],
      ],
    })
    painter.paint({ first: 0, last: 0 })
    strokes[0] = [[4, 6]]
    painter.invalidate([0])
    painter.paint({ first: 0, last: 0 })
    expect(seen()).toEqual(['0:4-6'])
  })
})
