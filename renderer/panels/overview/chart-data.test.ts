import { expect, test } from 'vitest'
import { type ChartData, tableOf, tabSeparated } from './chart-data.ts'

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
      title: 'City\tcouncil',
      figures: [
        { count: 1200, open },
        { count: 3, open },
      ],
      besides: [2],
    },
  ],
  empty: '',
}

test('the table behind a chart has all its numbers under their names, and goes to a spreadsheet as it is', () => {
  expect(tableOf(data)).toEqual([
    ['Speaker', 'Answered', 'Not answered', 'Documents'],
    ['City\tcouncil', 1200, 3, 2],
  ])
  expect(tabSeparated(tableOf(data))).toBe(
    'Speaker\tAnswered\tNot answered\tDocuments\nCity council\t1200\t3\t2',
  )
})
