import type { Loss } from '../../../../preload/contract/exchange.ts'
import type { Dataset } from '../../dataset.ts'
import { longestCell } from './cells.ts'

/** What no sheet holds, and what is too long for a cell. Texts are not read. */
export function workbookLosses({ documents, annotations, claims, tags, links, memos }: Dataset): Loss[] {
  const words = annotations.filter(
    ({ spans }) =>
      spans.reduce((sum, { start, end }) => sum + end - start, 5 * (spans.length - 1)) > longestCell,
  )
  const long = [...documents, ...annotations, ...claims, ...tags, ...links, ...memos].filter(isLong)
  return [
    { what: 'texts of documents', count: documents.length },
    {
      what: `annotations, claims, notes and memos cut at ${longestCell.toLocaleString('en')} characters`,
      count: new Set([...words, ...long]).size,
    },
  ].filter(({ count }) => count > 0)
}

function isLong(value: unknown): boolean {
  if (typeof value === 'string') return value.length > longestCell
  if (typeof value !== 'object' || value === null) return false
  return (value instanceof Map ? [...value.values()] : Object.values(value)).some(isLong)
}
