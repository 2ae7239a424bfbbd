import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byDate, dateOfDay, daysBetween, daysBetweenBounds, daysOf, mayLieWithin } from './dates.ts'

describe('the days of a date', () => {
  it('are one of a day, and all of a month or a year', () => {
    expect(daysOf('1970-01-02')).toEqual({ first: 1, last: 1 })
    expect(daysOf('2024-02')).toEqual({
      first: daysOf('2024-02-01')?.first,
      last: daysOf('2024-02-29')?.first,
    })
    expect(daysOf('1969')).toEqual({ first: -365, last: -1 })
    expect(daysOf('0087-03-01')).not.toBeNull()
    expect(daysOf('2021-05-03T12:30:00Z')).toEqual(daysOf('2021-05-03'))
  })

  it('are none of what is no date', () => {
    for (const words of ['', 'spring 2021', '2021-13', '2021-02-30', '2021-00-01', '2021-01-00', '21'])
      expect(daysOf(words), words).toBeNull()
  })

  it('give the date back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400_000, max: 1_000_000 }), (day) => {
        expect(daysOf(dateOfDay(day))).toEqual({ first: day, last: day })
      }),
    )
  })
})

it('says how many days lie between, as far as it is known', () => {
  const [may3, may, june4] = [daysOf('2021-05-03')!, daysOf('2021-05')!, daysOf('2021-06-04')!]
  expect(daysBetween(may3, june4)).toEqual({ least: 32, most: 32 })
  expect(daysBetween(may, june4)).toEqual({ least: 4, most: 34 })
  expect(daysBetween(june4, may3)).toEqual({ least: -32, most: -32 })
})

it('takes a date that may lie within bounds', () => {
  const may = daysOf('2021-05')!
  expect(mayLieWithin(may, daysBetweenBounds('', ''))).toBe(true)
  expect(mayLieWithin(may, daysBetweenBounds('2021-05-20', ''))).toBe(true)
  expect(mayLieWithin(may, daysBetweenBounds('2021-06', ''))).toBe(false)
  expect(mayLieWithin(may, daysBetweenBounds('', '2021'))).toBe(true)
  expect(mayLieWithin(may, daysBetweenBounds('', '2021-04'))).toBe(false)
})

it('orders dates, a year before its months, and what is no date last', () => {
  expect(['', '2021-05', 'spring 2019', '2021', '2020-12-31', '2021-05-03'].sort(byDate)).toEqual([
    ...['2020-12-31', '2021', '2021-05', '2021-05-03'],
    ...['', 'spring 2019'],
  ])
})
