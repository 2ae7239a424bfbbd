import { expect, test } from 'vitest'
import { withToggled } from './with-toggled.ts'

test('it puts in and takes out', () => {
  expect(withToggled([1], 2)).toEqual([1, 2])
  expect(withToggled(withToggled([1], 2), 1)).toEqual([2])
})
