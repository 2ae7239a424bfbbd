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

/** Rows in their order. They are made when they are shown: one for each of 10,000 documents takes a while. */
export interface ChartRows {
  length: number
  /** The largest sum of a row’s figures; 0 without a row. */
  most: number
  /** So many rows from the first on; all without a number. */
  first(count?: number): ChartRow[]
}

/** Numbers to be drawn and to be read as a table. Where there are several parts, the bars are stacked. */
export interface ChartData {
  id: string
  title: string
  /** What the rows are, as the head of their column. */
  of: string
  parts: readonly string[]
  besides?: readonly string[]
  rows: ChartRows
  /** What stands there without a row. */
  empty: string
}

export const sumOf = ({ figures }: ChartRow): number => figures.reduce((sum, { count }) => sum + count, 0)

/** Rows that are there already, in their order. */
export const inOrder = (rows: readonly ChartRow[]): ChartRows => ({
  length: rows.length,
  most: rows.reduce((most, row) => Math.max(most, sumOf(row)), 0),
  first: (count) => rows.slice(0, count),
})

/** A row for each thing of which there is any, with the most first. `countOf` is the sum of its figures. */
export function mostFirst<T>(
  things: readonly T[],
  countOf: (thing: T) => number,
  rowOf: (thing: T) => ChartRow,
): ChartRows {
  const sorted = things.filter((thing) => countOf(thing) > 0).sort((a, b) => countOf(b) - countOf(a))
  return {
    length: sorted.length,
    most: sorted[0] === undefined ? 0 : countOf(sorted[0]),
    first: (count) => sorted.slice(0, count).map(rowOf),
  }
}

/** The heading and the rows, numbers as numbers. */
export function tableOf({ of, parts, besides = [], rows }: ChartData): Row[] {
  return [
    [of, ...parts, ...besides],
    ...rows
      .first()
      .map((row) => [row.title, ...row.figures.map(({ count }) => count), ...(row.besides ?? [])]),
  ]
}
