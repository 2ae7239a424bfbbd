import type { ExportChoice, Format } from '../../../preload/contract/exchange.ts'
import type { AnnotatorId, DocumentId } from '../../../preload/contract/ids.ts'
import type { Paper, ReadingCopyOptions } from '../../../preload/contract/reading-copy.ts'
import { type TermsForm, toTerms } from './terms-form.ts'

/** What is chosen in the dialog. The lists are kept while “all” is chosen, so that nothing is lost by looking. */
export interface ExportForm {
  format: string
  whose: 'all' | 'some'
  annotators: readonly AnnotatorId[]
  which: 'all' | 'open' | 'some'
  documents: readonly DocumentId[]
  withOriginals: boolean
  /** For formats that ask for them. */
  terms: TermsForm
}

/** What is asked for. `open`: the documents that are shown; `reading` and `paper`: what a copy to read shows, and of what size. */
export function toChoice(
  form: ExportForm,
  open: readonly DocumentId[],
  {
    asks,
    endings,
    reading,
    paper,
  }: Partial<Pick<Format, 'asks' | 'endings'>> & { reading?: ReadingCopyOptions; paper?: Paper } = {},
): ExportChoice {
  const terms = asks === 'terms' && toTerms(form.terms)
  return {
    format: form.format,
    annotatorIds: form.whose === 'all' ? null : [...form.annotators],
    documentIds: form.which === 'all' ? null : [...(form.which === 'open' ? open : form.documents)],
    withOriginals: form.withOriginals,
    ...(terms && { terms }),
    ...(asks === 'reading' && reading && { reading }),
    ...(endings?.includes('pdf') && paper && { paper }),
  }
}

/** Why nothing can be written, in a sentence; '' when something can. */
export function problemIn({ annotatorIds, documentIds, reading }: ExportChoice): string {
  if (annotatorIds?.length === 0) return 'Choose at least one annotator.'
  if (documentIds?.length === 0) return 'Choose at least one document.'
  if (reading?.tagIds?.length === 0) return 'Choose at least one tag.'
  return ''
}
