import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { OfficeFacts } from '../office-document.ts'

/** What the file says of itself; '' where it says nothing. */
export async function factsOf(pdf: PDFDocumentProxy): Promise<OfficeFacts> {
  const { info, metadata } = await pdf.getMetadata().catch(() => ({ info: {}, metadata: null }))
  const said = (key: string) => {
    const value = (info as Record<string, unknown>)[key]
    return typeof value === 'string' ? value.replaceAll('\0', '') : ''
  }
  const xmp = (name: string) => {
    const value: unknown = metadata?.get(name)
    return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : ''
  }
  return {
    title: said('Title') || xmp('dc:title'),
    author: said('Author') || xmp('dc:creator'),
    created: dateOf(said('CreationDate')) || xmp('xmp:createdate'),
    language: said('Language'),
  }
}

/** `D:20210505…` as 2021-05-05. */
function dateOf(written: string): string {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(written) ?? []
  return year === undefined ? '' : `${year}-${month}-${day}`
}

/** What the file calls its pages, in order; numbers from 1 where it calls them nothing. */
export async function labelsOf(pdf: PDFDocumentProxy): Promise<string[]> {
  const labels = await pdf.getPageLabels().catch(() => null)
  return Array.from({ length: pdf.numPages }, (_, at) => labels?.[at] || String(at + 1))
}
