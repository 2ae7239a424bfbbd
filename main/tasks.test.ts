import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Progress } from '../preload/contract/events.ts'
import { createTasks } from './tasks.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.advanceTimersByTime(1000)
})
afterEach(() => vi.useRealTimers())

test('of what comes in quick succession the first is told, and the last as long as it goes on', async () => {
  const told: Progress[] = []
  const tasks = createTasks((progress) => told.push(progress))
  const names = () => told.map(({ doing }) => doing)
  const running = tasks.run('import', async ({ progress }) => {
    const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
    progress(0, 5, 'small')
    await wait(10)
    progress(1, 5, 'smaller')
    await wait(10)
    progress(2, 5, 'huge')
    await wait(3000)
    progress(3, 5, 'another')
    await wait(10)
    progress(4, 5, 'the last')
    await wait(10)
    progress(5, 5, '')
    progress(5, 6, 'one more')
  })
  await vi.advanceTimersByTimeAsync(45)
  expect(names()).toEqual(['small'])
  await vi.advanceTimersByTimeAsync(10)
  expect(names()).toEqual(['small', 'huge'])
  await vi.advanceTimersByTimeAsync(4000)
  await running
  expect(names()).toEqual(['small', 'huge', 'another', ''])
})
