import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { afterText, painted, textFirst } from './painted.ts'

let frame: (() => void) | undefined

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => {
    frame = draw
  })
  vi.stubGlobal('event', undefined)
})
afterEach(() => vi.unstubAllGlobals())

async function drawFrame(): Promise<void> {
  const shown = painted()
  frame!()
  await shown
}

describe('what follows the text', () => {
  it('waits for its frame, and is then told once', async () => {
    const panel = vi.fn()
    const { follow } = afterText(panel)
    textFirst()
    follow()
    follow()
    expect(panel).not.toHaveBeenCalled()
    await drawFrame()
    expect(panel).toHaveBeenCalledTimes(1)
    follow()
    expect(panel).toHaveBeenCalledTimes(2)
  })

  it('is told at once of what a person types meanwhile', async () => {
    const field = vi.fn()
    const { follow } = afterText(field)
    textFirst()
    vi.stubGlobal('event', { view: null })
    follow()
    expect(field).toHaveBeenCalledTimes(1)
    await drawFrame()
  })

  it('is not told any more when it has gone', async () => {
    const panel = vi.fn()
    const { follow, end } = afterText(panel)
    textFirst()
    follow()
    end()
    await drawFrame()
    expect(panel).not.toHaveBeenCalled()
  })
})
