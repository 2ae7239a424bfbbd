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

const anywhere = () => true

describe('the trail', () => {
  beforeEach(forgetTrail)

  it('goes back and forward through where one was', () => {
    leave(place(1))
    leave(place(2))
    expect(stepBack(place(3), anywhere)).toEqual(place(2))
    expect(stepBack(place(2), anywhere)).toEqual(place(1))
    expect(workbench.getState()).toMatchObject({ canGoBack: false, canGoForward: true })
    expect(stepForward(place(1), anywhere)).toEqual(place(2))
    expect(stepForward(place(2), anywhere)).toEqual(place(3))
    expect(stepForward(place(3), anywhere)).toBeUndefined()
  })

  it('leads to a place once, however often it is left from there', () => {
    leave(place(1))
    leave(place(1))
    expect(stepBack(place(2), anywhere)).toEqual(place(1))
    expect(stepBack(place(1), anywhere)).toBeUndefined()
  })

  it('passes over places whose document has gone, and stays where one is when no other is left', () => {
    leave(place(1))
    leave({ ...place(2), documentId: 2 as DocumentId })
    const isThere = ({ documentId }: Place) => documentId === 1
    expect(stepBack(place(3), isThere)).toEqual(place(1))
    expect(stepForward(place(1), isThere)).toEqual(place(3))
    forgetTrail()
    leave({ ...place(2), documentId: 2 as DocumentId })
    expect(stepBack(place(3), isThere)).toBeUndefined()
    expect(workbench.getState()).toMatchObject({ canGoBack: false, canGoForward: false })
  })

  it('forgets what lay ahead when one goes somewhere else', () => {
    leave(place(1))
    stepBack(place(2), anywhere)
    leave(place(5))
    expect(workbench.getState().canGoForward).toBe(false)
  })
})
