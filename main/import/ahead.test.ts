import { expect, test } from 'vitest'
import { workedAhead } from './ahead.ts'

test('gives results in their order, begun before they are asked for, and failures when their turn has come', async () => {
  const begun: number[] = []
  const work = async (thing: number): Promise<number> => {
    begun.push(thing)
    await new Promise((resolve) => setTimeout(resolve, thing === 0 ? 20 : 0))
    if (thing === 1) throw new Error('no')
    return thing * 10
  }
  const results = workedAhead([0, 1, 2, 3, 4, 5], work, async () => 1000)
  expect((await results.next()).value()).toBe(0)
  expect(begun).toEqual([0, 1, 2, 3])
  const failed = (await results.next()).value
  expect(failed).toThrow('no')
  const rest: number[] = []
  for (let left = 4; left > 0; left -= 1) rest.push((await results.next()).value())
  expect(rest).toEqual([20, 30, 40, 50])
})

test('holds few large things ahead, and the largest by itself', async () => {
  const begun: number[] = []
  const work = async (size: number): Promise<number> => {
    begun.push(size)
    return size
  }
  const results = workedAhead([30e6, 30e6, 30e6, 200e6, 1, 1], work, async (size) => size)
  const begunAtTurns: number[] = []
  for (let left = 6; left > 0; left -= 1) {
    await results.next()
    begunAtTurns.push(begun.length)
  }
  expect(begunAtTurns).toEqual([2, 3, 3, 4, 6, 6])
})
