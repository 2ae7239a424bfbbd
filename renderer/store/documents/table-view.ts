import { z } from 'zod'

/** What a column lets through. Of dates and numbers `between` takes both ends in; '' is open. */
export const ColumnFilter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('contains'), words: z.string() }),
  z.object({ kind: z.literal('is'), value: z.string() }),
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('filled') }),
  z.object({ kind: z.literal('between'), from: z.string(), to: z.string() }),
])
export type ColumnFilter = z.infer<typeof ColumnFilter>

/** How the table of documents is shown: kept for each project and person. Widths in CSS pixels. */
export const TableView = z.object({
  columns: z.array(z.object({ id: z.string(), width: z.int() })),
  sort: z.object({ column: z.string(), descending: z.boolean() }).nullable(),
  filters: z.record(z.string(), ColumnFilter),
})
export type TableView = z.infer<typeof TableView>

export const usualTable: TableView = {
  columns: [
    { id: 'title', width: 280 },
    { id: 'status', width: 108 },
    { id: 'author', width: 140 },
    { id: 'outlet', width: 140 },
    { id: 'date', width: 120 },
    { id: 'language', width: 92 },
    { id: 'words', width: 76 },
    { id: 'annotations', width: 104 },
    { id: 'unanswered', width: 112 },
  ],
  sort: null,
  filters: {},
}
