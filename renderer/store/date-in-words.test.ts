import { expect, test } from 'vitest'
import { dateFrom, dateInWords, isDate } from './date-in-words.ts'

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

test('it takes a date as it shows it, and with the whole name of its month', () => {
  for (const date of ['2021-05-03', '2021-09-30', '2021-06', '1999', '2024-02-29', ''])
    expect(dateFrom(` ${dateInWords(date)} `)).toBe(date)
  expect(['3 September 2021', 'September 3, 2021', 'sep. 3 2021', '03 SEPT 2021'].map(dateFrom)).toEqual(
    Array(4).fill('2021-09-03'),
  )
  expect(['May 2021', 'June, 1944'].map(dateFrom)).toEqual(['2021-05', '1944-06'])
})

test('it leaves a date that no calendar has, or that may be another', () => {
  for (const words of ['31 April 2021', '3.5.2021', 'ma 2021', 'mayor 2021', 'last spring', '5 May 21'])
    expect(dateFrom(words)).toBe(words)
})
