import { expect, test } from 'vitest'
import type { MapNode } from '../../preload/contract/argument-map.ts'
import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import { asDrawing, asElkGraph } from './as-elk-graph.ts'
import { boxWidth, padding } from './drawing.ts'
import { footLines, footOf } from './foot.ts'
import { asSvg } from './svg.ts'
import { nodeSaying, types } from './testing/maps.ts'

const wide = (words: string) => words.length * 7

const passage: MapNode = {
  ...nodeSaying(1, 'It never does.'),
  key: 'p1',
  claim: null,
  passage: { id: 1 as AnnotationId, documentId: 1 as DocumentId },
  where: 'A comment on another groundless accusation',
  first: { speaker: 'The Ministry of Works', speakerFrom: 'outlet', document: '', date: '2021-05-03' },
  beyond: 2,
}

test('a box says who says it and when, what of the document alone, and how many it is linked with beyond the map', () => {
  expect(footOf(passage)).toBe(
    'The Ministry of Works (outlet) · 3 May 2021 · A comment on another groundless accusation · +2 not shown',
  )
  expect(footOf(nodeSaying(1, 'It pays.'))).toBe('Ada & “Bo” · May 2021 · 1 mention · not answered')
  expect(footOf({ ...nodeSaying(1, 'It pays.'), first: null, mentions: 0 })).toBe('implicit · not answered')
})

test('its lines stay within the box; the date and the number are not what is cut', () => {
  const lines = footLines(passage, 240, wide)
  expect(lines).toEqual([
    expect.stringMatching(/^The Mi.*… \(outlet\) · 3 May 2021$/),
    expect.stringMatching(/… · \+2 not shown$/),
  ])
  for (const line of lines) expect(wide(line)).toBeLessThanOrEqual(240)
})

test('in the file of a map no foot is wider than its box', () => {
  const map = { nodes: [passage, nodeSaying(2, 'It pays.')], links: [], leftOut: 0, passagesLeftOut: 0 }
  const drawing = asDrawing(asElkGraph(map, types, wide), map, types, wide)
  const feet = asSvg(drawing, 'Map')
    .match(/<text font-size="11".*?<\/text>/g)!
    .map((foot) => [...foot.matchAll(/>([^<]+)<\/tspan>/g)].map(([, words]) => words!))
  expect(feet).toEqual([
    [expect.stringContaining('· 3 May 2021'), expect.stringContaining('· +2 not shown')],
    ['Ada &amp; “Bo” · May 2021', '1 mention · not answered'],
  ])
  for (const line of feet[0]!) expect((wide(line) * 11) / 13).toBeLessThanOrEqual(boxWidth - 2 * padding)
})
