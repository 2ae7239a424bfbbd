import { expect, test } from 'vitest'
import { extended, none, rangeOf, toggled } from './choose-rows.ts'

const ids = [10, 20, 30, 40, 50]

test('a range reaches from one row to the other in the order of the list', () => {
  expect(rangeOf(ids, 40, 20)).toEqual([20, 30, 40])
  expect(rangeOf(ids, null, 20)).toEqual([20])
  expect(rangeOf(ids, 99, 20)).toEqual([20])
  expect(rangeOf(ids, 10, 99)).toEqual([])
})

test('rows are put in and taken out one by one', () => {
  const two = toggled(ids, toggled(ids, none, 40), 10)
  expect(two).toEqual({ chosen: [10, 40], anchor: 10 })
  expect(toggled(ids, two, 40)).toEqual({ chosen: [10], anchor: 40 })
})

test('Shift reaches from where the choice began, back and forth', () => {
  const down = extended(ids, none, 20, 40)
  expect(down).toEqual({ chosen: [20, 30, 40], anchor: 20 })
  expect(extended(ids, down, 40, 10)).toEqual({ chosen: [10, 20], anchor: 20 })
  expect(extended(ids, { chosen: [99], anchor: 99 }, 30, 40)).toEqual({ chosen: [30, 40], anchor: 30 })
})
