import { expect, test } from 'vitest'
import { type ChartData, tableOf } from './chart-data.ts'

const open = () => {}
const data: ChartData = {
  id: 'speakers',
  title: 'Answered by speaker',
  of: 'Speaker',
  parts: ['Answered', 'Not answered'],
  besides: ['Documents'],
  rows: [
    {
      key: '1',
      title: 'City council',
      figures: [
        { count: 1200, open },
        { count: 3, open },
      ],
      besides: [2],
    },
  ],
  empty: '',
}

test('the table behind a chart has all its numbers under their names', () => {
  expect(tableOf(data)).toEqual([
    ['Speaker', 'Answered', 'Not answered', 'Documents'],
    ['City council', 1200, 3, 2],
  ])
})
