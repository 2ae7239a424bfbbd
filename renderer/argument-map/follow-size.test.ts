import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { followSize } from './follow-size.ts'

let report = () => {}
const disconnect = vi.fn()
let width = 800
const element = { getBoundingClientRect: () => ({ width, height: 600 }) } as Element

beforeEach(() => {
  width = 800
  vi.stubGlobal(
    'ResizeObserver',
    class {
      disconnect = disconnect
      constructor(told: () => void) {
        report = told
      }
      observe() {}
    },
  )
})
afterEach(() => vi.unstubAllGlobals())

test('tells of a size that has changed, and not of the one it begins with', () => {
  const changed = vi.fn()
  const stop = followSize(element, changed)
  report()
  expect(changed).not.toHaveBeenCalled()
  width = 500
  report()
  report()
  expect(changed).toHaveBeenCalledOnce()
  stop()
  expect(disconnect).toHaveBeenCalledOnce()
})

test('tells of one that has changed before the first look', () => {
  const changed = vi.fn()
  followSize(element, changed)
  width = 500
  report()
  expect(changed).toHaveBeenCalledOnce()
})
