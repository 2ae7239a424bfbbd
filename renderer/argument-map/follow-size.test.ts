import { expect, test, vi } from 'vitest'
import { followSize } from './follow-size.ts'

test('tells of a size that has changed, and not of the one it begins with', () => {
  let report = () => {}
  const disconnect = vi.fn()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      disconnect = disconnect
      constructor(told: () => void) {
        report = told
      }
      observe() {
        report()
      }
    },
  )
  const changed = vi.fn()
  const stop = followSize({} as Element, changed)
  expect(changed).not.toHaveBeenCalled()
  report()
  expect(changed).toHaveBeenCalledOnce()
  stop()
  expect(disconnect).toHaveBeenCalledOnce()
  vi.unstubAllGlobals()
})
