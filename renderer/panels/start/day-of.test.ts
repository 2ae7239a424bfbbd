import { expect, test } from 'vitest'
import { dayOf } from './day-of.ts'

const now = new Date(2026, 4, 14, 0, 30)

test('it counts days, not hours', () => {
  expect(dayOf(new Date(2026, 4, 14, 0, 5).toISOString(), now)).toBe('Today')
  expect(dayOf(new Date(2026, 4, 13, 23, 55).toISOString(), now)).toBe('Yesterday')
  expect(dayOf(new Date(2026, 4, 12, 1).toISOString(), now)).toBe('Tuesday')
  expect(dayOf(new Date(2026, 4, 7, 12).toISOString(), now)).toBe('7 May 2026')
})

test('it gives the date of a clock that runs ahead', () => {
  expect(dayOf(new Date(2026, 4, 20).toISOString(), now)).toBe('20 May 2026')
})
