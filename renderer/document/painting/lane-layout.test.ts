import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyAnnotatedText, brief, columnsOf, paragraphs } from '../testing/text-samples.ts'
import { buildDocument } from '../text/build-document.ts'
import { longestJoin } from './annotation-rows.ts'
import { Annotations } from './annotations.ts'
import { assignLanes } from './lanes.ts'

/** The lane of each row that is shown, by row, as if the whole text were laid out from its beginning. */
function atOnce({ rows }: Annotations, isShown: (tag: number) => boolean): Map<number, number> {
  const { start, end, tag, nextSpan } = rows
  const order = [...start.keys()].filter((row) => isShown(tag[row]!)).sort((a, b) => rows.compare(a, b))
  const before = (row: number) =>
    order.findIndex((other) => nextSpan[other] === row && start[row]! - end[other]! <= longestJoin)
  const reaches = order.map((row) => (rows.isJoined(row) ? start[nextSpan[row]!]! : end[row]!))
  const lanes = assignLanes(
    order.map((row) => start[row]!),
    reaches,
    order.map(before),
  )
  return new Map(order.map((row, i) => [row, lanes[i]!]))
}

it('gives the same lanes whatever part of a text is asked for first', () => {
  const hiddenTag = fc.integer({ min: 0, max: 4 })
  fc.assert(
    fc.property(
      anyAnnotatedText,
      hiddenTag,
      fc.infiniteStream(fc.nat()),
      ({ text, briefs }, hidden, asked) => {
        const { index } = buildDocument(text)
        const isShown = (tag: number) => tag !== hidden
        const annotations = new Annotations(index, columnsOf(briefs), () => true)
        annotations.laidOutIn(asked.next().value! % index.blockCount)
        annotations.layOutLanes(isShown)
        const expected = atOnce(annotations, isShown)
        for (let i = 0; i < index.blockCount; i++) {
          for (const row of annotations.laidOutIn(asked.next().value! % index.blockCount))
            if (expected.has(row)) expect(annotations.rows.lane[row]).toBe(expected.get(row))
        }
      },
    ),
    { numRuns: 150 },
  )
})

it('keeps a lane over a paragraph between two joined parts', () => {
  const { index } = buildDocument(paragraphs('one two', 'three', 'four five'))
  const briefs = [
    brief(1, 1, { start: 4, end: 7 }),
    brief(2, 1, { start: 5, end: 6 }, { start: 14, end: 18 }),
    brief(3, 1, { start: 8, end: 13 }),
  ]
  const annotations = new Annotations(index, columnsOf(briefs), () => true)
  const lanesIn = (block: number) =>
    [...annotations.laidOutIn(block)].map((row) => annotations.rows.lane[row])
  expect(lanesIn(2)).toEqual([1])
  expect(lanesIn(1)).toEqual([0])
})
