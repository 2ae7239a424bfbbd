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
  const results = workedAhead([0, 1, 2, 3, 4, 5], work)
  expect((await results.next()).value()).toBe(0)
  expect(begun).toEqual([0, 1, 2, 3])
  const failed = (await results.next()).value
  expect(failed).toThrow('no')
  const rest: number[] = []
  for (let left = 4; left > 0; left -= 1) rest.push((await results.next()).value())
  expect(rest).toEqual([20, 30, 40, 50])
})
