import { expect, test } from 'vitest'
import { columnsFor } from './columns.ts'
import { fitting, problemWith } from './edit-cell.ts'

const column = (id: string) => columnsFor([]).find((one) => one.id === id)!

test('suggestions that begin with the words come first', () => {
  expect(fitting(['The Radio', 'Radio 4', 'Gazette'], 'rad', 8)).toEqual(['Radio 4', 'The Radio'])
  expect(fitting(['a', 'b', 'c'], '', 2)).toEqual(['a', 'b'])
})

test('a title is needed, a date is one, a status is one of three', () => {
  expect(problemWith(column('title'), ' ')).toContain('title')
  expect(problemWith(column('date'), 'May')).toContain('2021-05')
  expect(['', '1945', '1945-05', '1945-05-09'].map((date) => problemWith(column('date'), date))).toEqual(
    Array(4).fill(''),
  )
  expect(problemWith(column('status'), 'In progress')).toBe('')
  expect(problemWith(column('status'), 'soon')).not.toBe('')
  expect(problemWith(column('outlet'), '')).toBe('')
})
