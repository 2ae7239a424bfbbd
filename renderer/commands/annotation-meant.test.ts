import { afterEach, describe, expect, it, vi } from 'vitest'
import type { AnnotationId, DocumentId } from '../../preload/contract/ids.ts'
import type { DocumentView } from '../document/view.ts'
import { viewMounted, viewUnmounted } from '../store/views.ts'
import type { Workbench } from '../store/workbench.ts'
import { annotationMeant } from './annotation-meant.ts'

const left = vi.hoisted(() => ({ on: null as number | null }))
vi.mock('../store/reading/focus.ts', () => ({ leftOn: () => left.on }))

const text = 'The tram pays for itself. Nobody will lose a garden. We counted.'
const outer = 1 as AnnotationId
const inner = 2 as AnnotationId
const last = 3 as AnnotationId
const spans = new Map([
  [inner, { start: 4, end: 8 }],
  [outer, { start: 0, end: 25 }],
  [last, { start: 53, end: 64 }],
])

let view: DocumentView
const stand = (caret: number, selection: { start: number; end: number } | null = null) => {
  view = {
    text: { text },
    caret: () => caret,
    selection: () => selection,
    spansOf: (id: AnnotationId) => (spans.has(id) ? [spans.get(id)] : []),
    annotationsAt: (at: number) =>
      [...spans].flatMap(([id, { start, end }]) => (start <= at && at < end ? [id] : [])),
  } as unknown as DocumentView
  viewMounted('left', 7 as DocumentId, view)
}
const state = (change: object = {}) =>
  ({ focused: null, middle: 'texts', activeSide: 'left', ...change }) as unknown as Workbench

afterEach(() => {
  left.on = null
  viewUnmounted('left', view)
})

describe('with no annotation in focus, what acts on one takes', () => {
  it('the innermost at the caret, or the one that ends there', () => {
    const meant = (caret: number) => {
      stand(caret)
      return annotationMeant('annotation.delete', state())
    }
    expect([5, 2, 25, 30, 60, text.length].map(meant)).toEqual([inner, outer, outer, null, last, last])
  })

  it('the one that what is selected begins in', () => {
    stand(52, { start: 4, end: 52 })
    expect(annotationMeant('claim.state', state())).toBe(inner)
  })

  it('the one the caret has left, for what joins other words to it', () => {
    left.on = last
    stand(5, { start: 0, end: 5 })
    expect(annotationMeant('annotation.add-part', state())).toBe(last)
    expect(annotationMeant('annotation.delete', state())).toBe(outer)
    stand(30)
    expect(annotationMeant('annotation.split', state())).toBe(last)
    expect(annotationMeant('annotation.delete', state())).toBe(null)
    left.on = 4
    expect(annotationMeant('annotation.move', state())).toBe(null)
  })

  it('none where one is in focus or no text is read', () => {
    stand(5)
    expect(annotationMeant('annotation.delete', state({ focused: {} }))).toBe(null)
    expect(annotationMeant('annotation.delete', state({ middle: 'claims' }))).toBe(null)
  })
})
