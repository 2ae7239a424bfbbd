import type { LastImport } from '../../store/annotation-sets/planned-sets.ts'
import { countOf } from '../../store/counting.ts'

/** An import in one sentence. A file may bring several documents. */
export function summaryOf({ files, cancelled, sets = [] }: LastImport): string {
  const fromFiles = files.reduce(
    (sum, file) => sum + file.documentIds.length * Number(file.outcome === 'imported'),
    0,
  )
  const withAnnotations = sets.reduce((sum, { report }) => sum + report.documentIds.length, 0)
  const documents = fromFiles + withAnnotations
  if (cancelled)
    return `Stopped. ${countOf(documents, 'document')} came in until then; undo takes them out again.`
  if (documents === 0) return 'No new documents came in.'
  const told = `${countOf(documents, 'document')} imported`
  return withAnnotations > 0
    ? `${told}, ${withAnnotations.toLocaleString('en')} of them with annotations.`
    : `${told}.`
}
