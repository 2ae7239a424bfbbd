import { beforeEach, expect, test, vi } from 'vitest'

const request = vi.hoisted(() => vi.fn(async () => null))
vi.mock('../client.ts', () => ({ request, writing: /./ }))
const { whileKeeping } = await import('../store/keeping.ts')
const { redo, undo } = await import('./undo.ts')

beforeEach(() => {
  vi.stubGlobal('document', { activeElement: null })
  request.mockClear()
})

test.each([
  ['history.undo', undo],
  ['history.redo', redo],
])('%s waits for the last words of a field, and for those that follow them', async (channel, travel) => {
  const first = Promise.withResolvers<void>()
  const second = Promise.withResolvers<void>()
  whileKeeping(first.promise)
  const done = travel()
  whileKeeping(second.promise)
  first.resolve()
  await first.promise
  expect(request).not.toHaveBeenCalled()
  second.resolve()
  await done
  expect(request).toHaveBeenCalledWith(channel, undefined)
})
