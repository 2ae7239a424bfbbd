import { expect, test } from 'vitest'
import { dateInWords, isDate } from './date-in-words.ts'

test('it reads days, months and years', () => {
  expect(dateInWords('2021-05-03')).toBe('3 May 2021')
  expect(dateInWords('2021-05-03T10:00:00Z')).toBe('3 May 2021')
  expect(dateInWords('2021-12')).toBe('Dec 2021')
  expect(dateInWords('1999')).toBe('1999')
})

test('it leaves what it cannot read as it is', () => {
  expect(dateInWords('')).toBe('')
  expect(dateInWords('spring 1920')).toBe('spring 1920')
  expect(dateInWords('2021-13')).toBe('2021-13')
})

test('it knows the days there are', () => {
  expect(['', '2024', '2024-02', '2024-02-29', '2024-02-29T08:00:00Z'].every(isDate)).toBe(true)
  expect(['2023-02-29', '2024-13', '3 May 2021', '24'].some(isDate)).toBe(false)
})
