import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { anyBrief, anyText, paragraphs } from '../testing/text-samples.ts'
import { buildDocument } from '../text/build-document.ts'
import type { Unit } from '../view.ts'
import {
  type Adjusting,
  beginAdjusting,
  isMoved,
  moveAllBy,
  moveBy,
  moveTo,
  offsetOf,
  turnToEnd,
} from './adjusting.ts'
import { boundsOf } from './bounds.ts'

const text = paragraphs('One two three. Four five six.', 'Seven eight.')
const bounds = boundsOf(text.text, 'en', text.blocks, buildDocument(text).index)
const { length } = text.text
const id = 1 as AnnotationId
const begin = (...spans: { start: number; end: number }[]) =>
  beginAdjusting(id, spans, { span: spans.length - 1, edge: 'end' })
const words = (spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.text.slice(start, end))

describe('moving the ends of an annotation', () => {
  it('grows and shrinks it by character, word and sentence', () => {
    const two = begin({ start: 4, end: 7 })
    expect(words(moveBy(two, 'character', 1, bounds, length).spans)).toEqual(['two '])
    expect(words(moveBy(two, 'word', 1, bounds, length).spans)).toEqual(['two three'])
    expect(words(moveBy(two, 'sentence', 1, bounds, length).spans)).toEqual(['two three.'])
    const start = turnToEnd(two, -1)
    expect(words(moveBy(start, 'word', -1, bounds, length).spans)).toEqual(['One two'])
  })

  it('moves all of it, and stays where a part would leave the text', () => {
    const two = begin({ start: 0, end: 3 }, { start: 8, end: 13 })
    expect(words(moveAllBy(two, 'word', 1, bounds, length).spans)).toEqual(['two', 'Four'])
    expect(words(moveAllBy(two, 'character', 1, bounds, length).spans)).toEqual(['ne ', 'hree.'])
    expect(moveAllBy(two, 'word', -1, bounds, length)).toBe(two)
    const last = begin({ start: text.text.indexOf('Seven'), end: length })
    expect(moveAllBy(last, 'sentence', 1, bounds, length)).toBe(last)
    expect(words(moveAllBy(last, 'sentence', -1, bounds, length).spans)).toEqual(['Four five six.'])
  })

  it('goes over the line ends between paragraphs, which no end stands on', () => {
    const apart = paragraphs('One.', '', 'Two.', '')
    const limits = boundsOf(apart.text, 'en', apart.blocks, buildDocument(apart).index)
    const by = (state: Adjusting, unit: Unit, direction: 1 | -1) =>
      moveBy(state, unit, direction, limits, apart.text.length)
    const one = begin({ start: 0, end: 4 })
    const grown = by(one, 'character', 1)
    expect(apart.text.slice(0, grown.spans[0]!.end)).toBe('One.\n\nT')
    expect(by(grown, 'character', -1).spans).toEqual(one.spans)
    expect(moveTo(one, 5, limits, apart.text.length).spans).toEqual(one.spans)
    const last = begin({ start: 6, end: 10 })
    expect(by(last, 'character', 1).spans).toEqual(last.spans)
    expect(by(last, 'sentence', 1).spans).toEqual(last.spans)
    expect(by(turnToEnd(last, -1), 'character', -1).spans[0]!.start).toBe(3)
    expect(moveAllBy(last, 'word', 1, limits, apart.text.length)).toBe(last)
  })

  it('goes round its ends', () => {
    let state = begin({ start: 0, end: 3 }, { start: 8, end: 13 })
    const met = [0, 1, 2, 3].map(() => {
      state = turnToEnd(state, 1)
      return offsetOf(state)
    })
    expect(met).toEqual([0, 3, 8, 13])
  })

  it('never empties a span and never lets two meet', () => {
    const state = begin({ start: 0, end: 3 }, { start: 8, end: 13 })
    expect(words(moveTo(state, 0, bounds, length).spans)).toEqual(['One', 't'])
    const second = { ...state, end: { span: 1, edge: 'start' } as const }
    expect(moveTo(second, 0, bounds, length).spans[1]!.start).toBe(4)
    expect(moveTo(second, 99, bounds, length).spans[1]!.start).toBe(12)
  })

  it('tells whether anything moved', () => {
    const state = begin({ start: 4, end: 7 })
    expect(isMoved(state)).toBe(false)
    const there = moveBy(state, 'word', 1, bounds, length)
    expect(isMoved(there)).toBe(true)
    expect(isMoved(moveTo(there, 7, bounds, length))).toBe(false)
  })

  it('leaves spans that a project accepts, whatever is done to them', () => {
    const steps = fc.array(
      fc.oneof(
        fc.record({
          unit: fc.constantFrom<Unit>('character', 'word', 'sentence', 'paragraph'),
          direction: fc.constantFrom<1 | -1>(1, -1),
        }),
        fc.record({ turn: fc.constantFrom<1 | -1>(1, -1) }),
        fc.record({ to: fc.nat(2000) }),
      ),
      { maxLength: 12 },
    )
    const any = anyText
      .filter((one) => one.text.length >= 8)
      .chain((one) => fc.tuple(fc.constant(one), anyBrief(one.text.length), steps))
    fc.assert(
      fc.property(any, ([one, { spans }, moves]) => {
        const limits = boundsOf(one.text, 'en', one.blocks, buildDocument(one).index)
        const isApart = spans.every((span, i) => i === 0 || spans[i - 1]!.end < span.start)
        const snapped = spans.every(
          ({ start, end }) =>
            limits.wholeCharacter(start, -1) === start && limits.wholeCharacter(end, 1) === end,
        )
        fc.pre(isApart && snapped)
        let state = beginAdjusting(id, spans, { span: 0, edge: 'end' })
        for (const move of moves) {
          if ('turn' in move) state = turnToEnd(state, move.turn)
          else if ('to' in move)
            state = moveTo(state, move.to % (one.text.length + 1), limits, one.text.length)
          else state = moveBy(state, move.unit, move.direction, limits, one.text.length)
        }
        for (const [i, { start, end }] of state.spans.entries()) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(one.text.length)
          if (i > 0) expect(state.spans[i - 1]!.end).toBeLessThan(start)
          expect(limits.wholeCharacter(start, -1)).toBe(start)
          expect(limits.wholeCharacter(end, 1)).toBe(end)
        }
      }),
      { numRuns: 150 },
    )
  })
})
