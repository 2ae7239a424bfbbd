import { stringify } from 'csv-stringify/sync'
import type { SearchedDocument } from '../../db/repositories/search-texts.ts'
import { cell } from '../../preload/contract/csv-cell.ts'
import type { ConcordanceLine } from '../../preload/contract/search.ts'

/** Lines as a table: what stands around each hit, and the title and day of its document. Without a byte order mark. */
export function linesAsCsv(
  lines: readonly ConcordanceLine[],
  documents: readonly SearchedDocument[],
): string {
  const about = new Map(documents.map((document) => [document.documentId, document]))
  const rows = lines.map(({ documentId, left, hit, right }) => {
    const document = about.get(documentId)
    return [left, hit, right, document?.title, document?.metadata.date]
  })
  const table = [['left', 'hit', 'right', 'document', 'date'], ...rows]
  return stringify(
    table.map((row) => row.map(cell)),
    { record_delimiter: '\r\n', quoted_match: /[\r\n]/ },
  )
}
