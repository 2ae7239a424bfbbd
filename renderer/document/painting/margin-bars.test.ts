import { expect, it } from 'vitest'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { barsBeside } from './margin-bars.ts'
import type { MarginMark, PlacedMark } from './margin-mark.ts'

const below = 200
const placed = (id: number, top: number, bottom: number, more: Partial<MarginMark> = {}): PlacedMark => ({
  mark: {
    id: id as AnnotationId,
    tagName: 'Claim',
    start: 0,
    end: 1,
    lane: 0,
    isDimmed: false,
    line: 'blue',
    ink: 'blue',
    lineKind: { style: 'solid', width: 2 },
    isFirst: true,
    isUnanswered: false,
    comesFrom: false,
    goesOn: false,
    isJoinedToBefore: false,
    isJoinedBelow: false,
    link: undefined,
    ...more,
  },
  place: { top, bottom, line: 20, end: { x: 0, top, bottom, isRightToLeft: false } },
})
const heights = (...marks: PlacedMark[]) => barsBeside(marks, below).map(({ top, bottom }) => [top, bottom])

it('stand beside the lines of each annotation', () => {
  expect(heights(placed(1, 0, 40), placed(2, 60, 80))).toEqual([
    [0, 40],
    [60, 80],
  ])
})

it('share a line in one lane, and overlap in two', () => {
  expect(heights(placed(1, 0, 40), placed(2, 20, 60))).toEqual([
    [0, 29],
    [31, 60],
  ])
  expect(heights(placed(1, 0, 40), placed(2, 20, 60, { lane: 1 }))).toEqual([
    [0, 40],
    [20, 60],
  ])
})

it('are never without height, however many stand beside one line', () => {
  for (const { top, bottom } of barsBeside(
    [1, 2, 3, 4].map((id) => placed(id, 0, 20)),
    below,
  ))
    expect(bottom - top).toBeGreaterThanOrEqual(4)
})

it('are brackets where an annotation crosses paragraphs, open where it goes on', () => {
  const [first, middle, last] = [
    placed(1, 20, 40, { goesOn: true }),
    placed(1, 0, 40, { comesFrom: true, goesOn: true }),
    placed(1, 0, 20, { comesFrom: true }),
  ].map((mark) => barsBeside([mark], below)[0]!)
  expect([first!.opens, first!.closes, first!.bottom]).toEqual([true, false, below])
  expect([middle!.opens, middle!.closes, middle!.top, middle!.bottom]).toEqual([false, false, 0, below])
  expect([last!.opens, last!.closes, last!.bottom]).toEqual([false, true, 20])
})

it('are joined by dots between the parts of one annotation', () => {
  const bars = barsBeside(
    [placed(1, 0, 20), placed(1, 60, 80, { isFirst: false, isJoinedToBefore: true, isJoinedBelow: true })],
    below,
  )
  expect(bars.filter(({ line }) => line.style === 'dotted').map(({ top, bottom }) => [top, bottom])).toEqual([
    [20, 60],
    [80, below],
  ])
})
