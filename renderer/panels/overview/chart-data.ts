import type { Row } from '../../store/rows-as-text.ts'

/** One of the numbers of a row, under the name of its column. `open` leads to what it counts. */
export interface Figure {
  count: number
  open: (from: string) => void
}

export interface ChartRow {
  key: string
  title: string
  /** Of a tag or a type of link. */
  color?: string
  /** One for each part of the chart. */
  figures: readonly Figure[]
  /** Numbers that only the table has, one for each of the chart’s `besides`. */
  besides?: readonly number[]
}

/** Numbers to be drawn and to be read as a table. Where there are several parts, the bars are stacked. */
export interface ChartData {
  id: string
  title: string
  /** What the rows are, as the head of their column. */
  of: string
  parts: readonly string[]
  besides?: readonly string[]
  rows: readonly ChartRow[]
  /** What stands there without a row. */
  empty: string
}

export const sumOf = ({ figures }: ChartRow): number => figures.reduce((sum, { count }) => sum + count, 0)

/** The heading and the rows, numbers as numbers. */
export function tableOf({ of, parts, besides = [], rows }: ChartData): Row[] {
  return [
    [of, ...parts, ...besides],
    ...rows.map((row) => [row.title, ...row.figures.map(({ count }) => count), ...(row.besides ?? [])]),
  ]
}
