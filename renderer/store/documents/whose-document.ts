import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { saidByInWords } from '../../../preload/contract/said-by.ts'

/** The author of a document, else its outlet, marked as what it is; '' where neither is known. */
export function whoseDocument(document: Pick<DocumentSummary, 'author' | 'outlet'> | undefined): string {
  if (!document) return ''
  const { author, outlet } = document
  if (author !== '') return saidByInWords({ speaker: author, speakerFrom: 'author' })
  return outlet === '' ? '' : saidByInWords({ speaker: outlet, speakerFrom: 'outlet' })
}
