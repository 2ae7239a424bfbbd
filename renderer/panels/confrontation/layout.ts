/** How much room rows and threads have, in CSS pixels. */
export interface Layout {
  rowHeight: number
  /** Between the columns, for the threads. */
  gutter: number
  /** For each answer above. */
  step: number
}

export const wide: Layout = { rowHeight: 80, gutter: 44, step: 24 }
/** Where lines are short, rows are higher. */
export const tight: Layout = { rowHeight: 140, gutter: 24, step: 12 }

/** Answers further down are not set in any more. */
export const deepest = 6
