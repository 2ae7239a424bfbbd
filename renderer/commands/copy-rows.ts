import { request } from '../client.ts'
import { countOf } from '../store/counting.ts'
import { say } from '../store/notices.ts'
import { asCsv, asTabs, type Row } from '../store/rows-as-text.ts'

/** Copies a table, its heading first. */
export async function copyRows(rows: readonly Row[], as: 'table' | 'csv'): Promise<void> {
  await request('app.copyText', { text: as === 'csv' ? asCsv(rows) : asTabs(rows) })
  say(`${countOf(rows.length - 1, 'row')} copied${as === 'csv' ? ' as CSV' : ''}`)
}
