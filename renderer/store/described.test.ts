import { expect, test } from 'vitest'
import { Described } from './described.ts'

test('what was forgotten is asked for again, and what is in sight is not forgotten', () => {
  const described = new Described<string>(3)
  let known: Map<number, string> = new Map()
  const want = (...wanted: number[]) => {
    const asked = described.ask(wanted)
    known = described.with(
      known,
      wanted,
      asked.map((id) => [id, `${id}`]),
    )
    return asked
  }
  expect(want(1, 2)).toEqual([1, 2])
  expect(want(1, 3)).toEqual([3])
  expect(want(1, 4)).toEqual([4])
  expect([...known.keys()]).toEqual([3, 1, 4])
  expect(want(2)).toEqual([2])
})

test('what is on its way is not asked for twice, and what failed is asked for again', () => {
  const described = new Described<string>()
  expect(described.ask([7])).toEqual([7])
  expect(described.ask([7])).toEqual([])
  described.failed([7])
  expect(described.ask([7])).toEqual([7])
})
