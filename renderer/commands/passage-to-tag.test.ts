import { describe, expect, it } from 'vitest'
import type { Workbench } from '../store/workbench.ts'
import { standsOn, targetOf } from './passage-to-tag.ts'

const state = (change: object) =>
  ({
    activeSide: 'left',
    selected: { side: 'left', span: null, caret: 12 },
    focused: { side: 'left', annotation: { spans: [{ start: 10, end: 20 }] } },
    preferences: { tagUnit: 'sentence' },
    ...change,
  }) as unknown as Workbench
const at = (caret: number, span: object | null = null, side = 'left') => ({ selected: { side, span, caret } })

describe('what a tag’s key takes', () => {
  it('is the selection before anything else', () => {
    expect(targetOf(state(at(12, { start: 12, end: 14 })))).toBe('selection')
  })

  it('is the passage in focus while the caret stands on it or at its end', () => {
    expect([10, 15, 20].map((caret) => targetOf(state(at(caret))))).toEqual(['focused', 'focused', 'focused'])
    expect([9, 21].map((caret) => targetOf(state(at(caret))))).toEqual(['sentence', 'sentence'])
  })

  it('is of the side that is read, and as large as the person has chosen', () => {
    expect(targetOf(state(at(12, { start: 12, end: 14 }, 'right')))).toBe('sentence')
    expect(targetOf(state({ focused: null, preferences: { tagUnit: 'word' } }))).toBe('word')
    expect(targetOf(state({ selected: null }))).toBe('sentence')
  })

  it('is not the passage in focus of a document that has left the side', () => {
    expect(targetOf(state({ selected: { side: 'left', documentId: 2, span: null, caret: 12 } }))).toBe(
      'sentence',
    )
  })

  it('is not the passage before where the next sentence begins without a space', () => {
    const text = '我们不信。这不是真的。 Sure.'
    expect(standsOn(text, [{ start: 0, end: 5 }], 5)).toBe(false)
    expect(standsOn(text, [{ start: 0, end: 5 }], 4)).toBe(true)
    expect(standsOn(text, [{ start: 5, end: 11 }], 11)).toBe(true)
    expect(standsOn(text, [{ start: 12, end: 16 }], 16)).toBe(true)
  })
})
