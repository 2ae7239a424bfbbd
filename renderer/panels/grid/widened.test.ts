import { expect, test } from 'vitest'
import { widened } from './widened.ts'

test('columns of words share what room is left over, up to a width that can still be read along', () => {
  expect(widened([200, 200, 100], [0, 1], 601)).toEqual([250, 250, 100])
  expect(widened([200, 200, 100], [0, 1], 5000)).toEqual([420, 420, 100])
})

test('a table without room keeps its widths', () => {
  expect(widened([200, 200, 100], [0, 1], 400)).toEqual([200, 200, 100])
  expect(widened([200, 200, 100], [], 4000)).toEqual([200, 200, 100])
})
