import { beforeEach, describe, expect, it } from 'vitest'
import type { DocumentId } from '../../../preload/contract/ids.ts'
import { workbench } from '../workbench.ts'
import { forgetTrail, leave, type Place, stepBack, stepForward } from './trail.ts'

const place = (caret: number): Place => ({
  side: 'left',
  documentId: 1 as DocumentId,
  annotationId: null,
  caret,
  top: null,
})

describe('the trail', () => {
  beforeEach(forgetTrail)

  it('goes back and forward through where one was', () => {
    leave(place(1))
    leave(place(2))
    expect(stepBack(place(3))).toEqual(place(2))
    expect(stepBack(place(2))).toEqual(place(1))
    expect(workbench.getState()).toMatchObject({ canGoBack: false, canGoForward: true })
    expect(stepForward(place(1))).toEqual(place(2))
    expect(stepForward(place(2))).toEqual(place(3))
    expect(stepForward(place(3))).toBeUndefined()
  })

  it('leads to a place once, however often it is left from there', () => {
    leave(place(1))
    leave(place(1))
    expect(stepBack(place(2))).toEqual(place(1))
    expect(stepBack(place(1))).toBeUndefined()
  })

  it('forgets what lay ahead when one goes somewhere else', () => {
    leave(place(1))
    stepBack(place(2))
    leave(place(5))
    expect(workbench.getState().canGoForward).toBe(false)
  })
})
