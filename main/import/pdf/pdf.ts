import { Failure } from '../../../preload/contract/failure.ts'
import { officeDocument } from '../office-document.ts'
import type { ParsedDocument } from '../parsed-document.ts'
import { counted } from '../tally.ts'
import { factsOf, labelsOf } from './facts.ts'
import { type Footnote, takeFootnotes } from './footnotes.ts'
import { type Furniture, withoutFurniture } from './furniture.ts'
import { findHeadings } from './headings.ts'
import { type Divisions, WrittenWords } from './join-lines.ts'
import { measure } from './measures.ts'
import { pagesInWords } from './page-labels.ts'
import { paragraphsOf } from './paragraphs.ts'
import { type CharacterMaps, openPdf } from './pdf-library.ts'
import { type ReadPages, readPages } from './read-pages.ts'
import { type Flow, readingOrder } from './reading-order.ts'
import { refuseSwollen } from './unpacking.ts'
import { writeText } from './write-text.ts'

/**
 * The text layer of a PDF as paragraphs. A PDF knows only where letters stand: the order of reading, where paragraphs
 * begin, what is a heading or a footnote and which lines stand on every page are concluded from their places and sizes.
 * Fails with `unreadable`.
 */
export async function parsePdf(
  bytes: Uint8Array,
  name: string,
  characterMaps: CharacterMaps,
): Promise<Omit<ParsedDocument, 'mediaType'>> {
  const { pdf, missingMaps } = await openPdf(bytes, characterMaps)
  try {
    const [read, labels, facts] = [await readPages(pdf), await labelsOf(pdf), await factsOf(pdf)]
    refuseSwollen()
    refuseWithoutText(read, missingMaps)
    const furniture = withoutFurniture(
      read.pages.map(({ segments }, at) => ({ segments, label: labels[at]! })),
    )
    const { flows, footnotes, words } = layOut(furniture)
    const measures = measure(flows.flat())
    const paragraphs = paragraphsOf(flows, measures)
    const { divisions, ...text } = writeText({
      paragraphs,
      headings: findHeadings(paragraphs, measures),
      footnotes,
      words,
      pageCount: labels.length,
    })

    const notes = notesOn({ read, furniture, footnotes, divisions, missingMaps })
    const document = officeDocument(text, { facts, notes, name })
    const pages = pagesInWords(labels)
    return pages === '' ? document : { ...document, metadata: { ...document.metadata, pages } }
  } finally {
    await pdf.loadingTask.destroy()
  }
}

/** Each page’s lines in the order of reading, its footnotes taken off. */
function layOut({ pages }: Furniture): { flows: Flow[][]; footnotes: Footnote[]; words: WrittenWords } {
  const ordered = readingOrder(pages)
  const measures = measure(ordered.flat())
  const footnotes: Footnote[] = []
  const words = new WrittenWords()
  const flows = ordered.map((flows, page) => {
    for (const { lines } of flows) for (const { text } of lines) words.add(text)
    const taken = takeFootnotes(flows, { page, measures, before: footnotes.at(-1) })
    footnotes.push(...taken.notes)
    return taken.flows
  })
  return { flows, footnotes, words }
}

function refuseWithoutText({ pages, broken }: ReadPages, missingMaps: ReadonlySet<string>): void {
  if (pages.some(({ segments }) => segments.length > 0)) return
  if (missingMaps.size > 0)
    throw new Failure('unreadable', `The letters of this PDF cannot be told: ${mapless}`)
  if (broken.length === pages.length) {
    throw new Failure(
      'unreadable',
      'No page of this PDF could be read: open it in a PDF reader and save it again.',
    )
  }
  throw new Failure(
    'unreadable',
    'This PDF has no text layer: its pages are pictures, or empty. Where they are pictures, run text recognition (OCR) over it, then import the result.',
  )
}

const mapless =
  'its fonts do not say which letters they show. Copy the text from a PDF reader, or print it to a new PDF there.'

interface ToTell {
  read: ReadPages
  furniture: Furniture
  footnotes: readonly Footnote[]
  divisions: Divisions
  missingMaps: ReadonlySet<string>
}

function notesOn({ read, furniture, footnotes, divisions, missingMaps }: ToTell): string[] {
  const notes = [
    'Paragraphs, headings and their order are concluded from how its pages look. Pictures are left out.',
  ]
  const { heads, feet, pageNumbers } = furniture
  const left: string[] = []
  if (heads.length > 0) left.push(`${counted(heads.length, 'running head')} (${samples(heads)})`)
  if (feet.length > 0) left.push(`${counted(feet.length, 'running foot', 'running feet')} (${samples(feet)})`)
  if (pageNumbers.length > 0)
    left.push(`${counted(pageNumbers.length, 'page number')} (${samples(pageNumbers)})`)
  const sideways = read.pages.flatMap((page) => page.sideways)
  if (sideways.length > 0) {
    left.push(`${counted(sideways.length, 'line')} at an angle to the rest (${samples(sideways)})`)
  }
  const beside = read.leftOut.words()
  if (beside !== '') left.push(beside)
  if (left.length > 0) notes.push(`Left out: ${left.join('; ')}.`)

  const { joined, kept } = divisions
  if (joined.length > 0) {
    notes.push(
      `Joined again: ${counted(joined.length, 'word')} divided at the end of a line (${samples(joined)}).`,
    )
  }
  if (kept.length > 0) {
    notes.push(`Kept with a hyphen: ${counted(kept.length, 'word')} broken at one (${samples(kept)}).`)
  }
  if (footnotes.length > 0) {
    const count = footnotes.length
    const where = count === 1 ? 'stands at the end, marked [1]' : `stand at the end, marked [1] to [${count}]`
    notes.push(`${counted(count, 'footnote')} ${where}.`)
  }
  const blank = read.pages.flatMap(({ segments }, at) => (segments.length === 0 ? [at + 1] : []))
  const broken = new Set(read.broken)
  const pictures = blank.filter((number) => !broken.has(number))
  if (pictures.length > 0) {
    notes.push(`${pagesNamed(pictures)} no text layer: what is written there is a picture or nothing.`)
  }
  if (broken.size > 0) notes.push(`${pagesNamed([...broken])} damage and could not be read.`)
  if (missingMaps.size > 0) notes.push(`Some letters are missing: ${mapless}`)
  return notes
}

function pagesNamed(numbers: readonly number[]): string {
  const named = `${numbers.slice(0, 8).join(', ')}${numbers.length > 8 ? ' …' : ''}`
  return numbers.length === 1 ? `Page ${named} has` : `${counted(numbers.length, 'page')} (${named}) have`
}

/** The first three different ones, in quotation marks. */
function samples(all: readonly string[]): string {
  const distinct = [...new Set(all)]
  const shown = distinct
    .slice(0, 3)
    .map((one) => `“${one.length > 40 ? `${one.slice(0, 39).toWellFormed()}…` : one}”`)
  return shown.join(', ') + (distinct.length > 3 ? ' …' : '')
}
