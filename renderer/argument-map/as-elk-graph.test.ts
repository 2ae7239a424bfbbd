import ELK from 'elkjs/lib/elk.bundled.js'
import { expect, test } from 'vitest'
import type { ArgumentMap } from '../../preload/contract/argument-map.ts'
import { asDrawing, asElkGraph } from './as-elk-graph.ts'
import { largeMap, smallMap, types } from './testing/maps.ts'

const measure = (words: string) => words.length * 7
const laidOut = async (map: ArgumentMap) =>
  asDrawing(await new ELK().layout(asElkGraph(map, types, measure)), map, types, measure)

test('every node and link has a place; an undercut ends at a dot on the line of what it undercuts', async () => {
  const { boxes, links, width, height } = await laidOut(smallMap)
  expect(boxes.map(({ node }) => node.key)).toEqual(smallMap.nodes.map(({ key }) => key))
  const rebuts = links.find(({ link }) => link.key === 'l1')!
  const undercut = links.find(({ link }) => link.target === 'l1')!
  expect(rebuts.dot).not.toBeNull()
  expect(rebuts.lines).toHaveLength(2)
  const end = undercut.lines[0]!.at(-1)!
  expect(Math.hypot(end.x - rebuts.dot!.x, end.y - rebuts.dot!.y)).toBeLessThan(9)
  for (const { x, y, width: w, height: h } of boxes) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
    expect([x + w <= width, y + h <= height]).toEqual([true, true])
  }
})

test('what speaks of a claim stands below it, and no box covers another', async () => {
  const { boxes } = await laidOut(largeMap(200))
  expect(boxes).toHaveLength(200)
  for (const [at, a] of boxes.entries()) {
    for (const b of boxes.slice(at + 1)) {
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y
      expect(apart).toBe(true)
    }
  }
  const small = await laidOut(smallMap)
  const top = (key: string) => small.boxes.find(({ node }) => node.key === key)!.y
  expect(top('c1')).toBeLessThan(top('c2'))
})
