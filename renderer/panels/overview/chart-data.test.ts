import { expect, test } from 'vitest'
import { type ChartData, inOrder, mostFirst, tableOf } from './chart-data.ts'

const open = () => {}
const data: ChartData = {
  id: 'speakers',
  title: 'Answered by speaker',
  of: 'Speaker',
  parts: ['Answered', 'Not answered'],
  besides: ['Documents'],
  rows: inOrder([
    {
      key: '1',
      title: 'City council',
      figures: [
        { count: 1200, open },
        { count: 3, open },
      ],
      besides: [2],
    },
  ]),
  empty: '',
}

test('the table behind a chart has all its numbers under their names', () => {
  expect(tableOf(data)).toEqual([
    ['Speaker', 'Answered', 'Not answered', 'Documents'],
    ['City council', 1200, 3, 2],
  ])
})

test('rows stand with the most first, without those of nothing, and only those that are shown are made', () => {
  const made: string[] = []
  const rows = mostFirst(
    [
      ['Council', 2],
      ['Press', 0],
      ['Union', 7],
      ['Tenants', 2],
    ] as const,
    ([, count]) => count,
    ([title, count]) => {
      made.push(title)
      return { key: title, title, figures: [{ count, open }] }
    },
  )
  expect([rows.length, rows.most]).toEqual([3, 7])
  expect(rows.first(2).map(({ title }) => title)).toEqual(['Union', 'Council'])
  expect(made).toEqual(['Union', 'Council'])
  expect(rows.first().map(({ title }) => title)).toEqual(['Union', 'Council', 'Tenants'])
})
