import type { Loss } from '../../../../preload/contract/exchange.ts'
import type { Dataset } from '../../dataset.ts'

/** What the texts lose: the tables have them as plain text. Reads every text. */
export function csvLosses({ documents, textOf }: Dataset): Loss[] {
  let structure = 0
  let typography = 0
  let breakPoints = 0
  for (const { id } of documents) {
    const { blocks, marks, breaks } = textOf(id)
    structure += blocks.filter(({ kind }) => kind !== 'paragraph').length
    typography += marks.length
    breakPoints += breaks.length
  }
  return [
    { what: 'headings, list items, turns and other structure of texts', count: structure },
    { what: 'stretches of emphasis and web links in texts', count: typography },
    { what: 'page and section breaks', count: breakPoints },
  ].filter(({ count }) => count > 0)
}
