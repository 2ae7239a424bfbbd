import type { ImportReport } from '../../../preload/contract/document.ts'
import { countOf } from '../../store/counting.ts'

/** An import in one sentence. A file may bring several documents. */
export function summaryOf({ files, cancelled }: ImportReport): string {
  const documents = files.reduce(
    (sum, file) => sum + file.documentIds.length * Number(file.outcome === 'imported'),
    0,
  )
  if (cancelled)
    return `Stopped. ${countOf(documents, 'document')} came in until then; undo takes them out again.`
  if (documents === 0) return 'No new documents came in.'
  return `${countOf(documents, 'document')} imported.`
}
