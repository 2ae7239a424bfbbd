import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gap, heightsFor, lineHeight, paddingOfCard, placeCards, type Wanted } from './place-cards.ts'

const anyCards = fc
  .array(fc.record({ top: fc.integer({ min: 0, max: 900 }), height: fc.integer({ min: 20, max: 300 }) }), {
    maxLength: 30,
  })
  .map((cards) => cards.sort((a, b) => a.top - b.top))
const anyCase = anyCards.chain((cards) =>
  fc.tuple(fc.constant(cards), fc.integer({ min: -1, max: cards.length - 1 })),
)

const overlaps = (cards: readonly Wanted[], tops: readonly number[]) =>
  tops.some((top, at) => at > 0 && top < tops[at - 1]! + cards[at - 1]!.height + gap)

describe('placing cards', () => {
  it('keeps them in order and apart', () => {
    fc.assert(
      fc.property(anyCase, ([cards, focused]) => {
        expect(overlaps(cards, placeCards(cards, focused))).toBe(false)
      }),
    )
  })

  it('puts the one in focus exactly at its line', () => {
    fc.assert(
      fc.property(anyCase, ([cards, focused]) => {
        if (focused >= 0) expect(placeCards(cards, focused)[focused]).toBe(cards[focused]!.top)
      }),
    )
  })

  it('pushes none down that is not pushed by the one above it, and none up but by the one in focus', () => {
    fc.assert(
      fc.property(anyCase, ([cards, focused]) => {
        const tops = placeCards(cards, focused)
        for (const [at, { top }] of cards.entries()) {
          if (tops[at]! > top) expect(tops[at]).toBe(tops[at - 1]! + cards[at - 1]!.height + gap)
          if (tops[at]! < top) expect(at).toBeLessThan(focused)
        }
      }),
    )
  })

  it('leaves cards that have room where they want to be', () => {
    const cards = [
      { top: 10, height: 40 },
      { top: 100, height: 40 },
      { top: 300, height: 40 },
    ]
    for (const focused of [-1, 0, 1, 2]) expect(placeCards(cards, focused)).toEqual([10, 100, 300])
  })
})

describe('heights of cards', () => {
  it('are cut to whole lines where the next one needs the room, but for the one in focus', () => {
    const cards = [
      { top: 0, height: 200 },
      { top: 100, height: 200 },
      { top: 110, height: 60 },
    ]
    const lines = (count: number) => paddingOfCard + count * lineHeight
    expect(heightsFor(cards, -1)).toEqual([lines(4), lines(1), 60])
    expect(heightsFor(cards, 1)).toEqual([lines(4), 200, 60])
  })

  it('let every card stand at its line where lines begin far enough apart', () => {
    const apart = fc
      .array(
        fc.record({ step: fc.integer({ min: 40, max: 300 }), height: fc.integer({ min: 30, max: 400 }) }),
      )
      .map((steps) => {
        let top = 0
        return steps.map(({ step, height }) => {
          top += step
          return { top, height }
        })
      })
    fc.assert(
      fc.property(apart, (cards) => {
        const cut = cards.map(({ top }, at) => ({ top, height: heightsFor(cards, -1)[at]! }))
        expect(placeCards(cut, -1)).toEqual(cards.map(({ top }) => top))
      }),
    )
  })
})
