import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { Tally } from '../tally.ts'
import { type PageWords, segmentsOf } from './segments.ts'

export interface ReadPages {
  /** In their order; a page without a text layer has no segments. */
  pages: PageWords[]
  /** What stands on the pages beside their text. */
  leftOut: Tally
  /** Numbers, from 1, of pages that could not be read at all. */
  broken: number[]
}

/** What people put on a page; links and the like are no such thing. */
const noteTypes: Readonly<Record<string, readonly [one: string, many?: string]>> = {
  Text: ['comment'],
  FreeText: ['comment'],
  Highlight: ['highlight'],
  Underline: ['underlining'],
  Squiggly: ['underlining'],
  StrikeOut: ['crossing-out', 'crossings-out'],
  Ink: ['drawing'],
  Stamp: ['stamp'],
  FileAttachment: ['attached file'],
  Widget: ['form field'],
}

/** The words of all pages, page after page, each forgotten by the library once it is read. */
export async function readPages(pdf: PDFDocumentProxy): Promise<ReadPages> {
  const read: ReadPages = { pages: [], leftOut: new Tally(), broken: [] }
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const page = await pdf.getPage(number)
      const viewport = page.getViewport({ scale: 1 })
      read.pages.push(segmentsOf(await page.getTextContent(), viewport))
      for (const { subtype } of await page.getAnnotations()) {
        const noted = noteTypes[subtype as string]
        if (noted) read.leftOut.add(...noted)
      }
      page.cleanup()
    } catch {
      read.pages[number - 1] ??= { segments: [], sideways: [], width: 0, height: 0 }
      read.broken.push(number)
    }
  }
  return read
}
