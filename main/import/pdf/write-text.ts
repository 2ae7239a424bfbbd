import type { StructuredText } from '../../../preload/contract/text.ts'
import { TextBuilder } from '../text-builder.ts'
import type { Footnote } from './footnotes.ts'
import { type Divisions, seamOf, type WrittenWords } from './join-lines.ts'
import { bulletSign, type Paragraph } from './paragraphs.ts'
import type { TextLine } from './reading-order.ts'

export interface WrittenText extends StructuredText {
  divisions: Divisions
}

export interface ToWrite {
  paragraphs: readonly Paragraph[]
  headings: ReadonlyMap<Paragraph, number>
  footnotes: readonly Footnote[]
  words: WrittenWords
  pageCount: number
}

/**
 * Paragraphs as blocks, with a break where each page begins, and the footnotes after the last. A page without words is
 * an empty paragraph, so that every page keeps its number.
 */
export function writeText({ paragraphs, headings, footnotes, words, pageCount }: ToWrite): WrittenText {
  const writer = new TextWriter(footnotes, words)
  for (const paragraph of paragraphs) writer.write(paragraph, headings.get(paragraph))
  writer.finishPages(pageCount)
  writer.writeFootnotes()
  return { ...writer.builder.finish(), divisions: writer.divisions }
}

class TextWriter {
  readonly builder = new TextBuilder()
  readonly divisions: Divisions = { joined: [], kept: [] }
  readonly #words: WrittenWords
  readonly #footnotes: readonly Footnote[]
  /** Of each footnote, by page and sign. */
  readonly #numbers: ReadonlyMap<string, number>
  /** The page that was begun last; counts from 0. */
  #page = -1

  constructor(footnotes: readonly Footnote[], words: WrittenWords) {
    this.#footnotes = footnotes
    this.#words = words
    this.#numbers = new Map(footnotes.map((note, at) => [keyOf(note), at + 1]))
  }

  write({ kind, lines }: Paragraph, level: number | undefined): void {
    this.#turnTo(lines[0]!.page)
    if (level !== undefined) this.builder.open({ kind: 'heading', level })
    else if (kind === 'list-item') this.builder.open({ kind, depth: 0, ordered: false })
    else this.builder.open({ kind: 'paragraph' })
    // The sign of a list is drawn, not written.
    const sign = kind === 'list-item' ? (bulletSign.exec(lines[0]!.line.text)?.[0].length ?? 0) : 0
    this.#lines(
      lines.map(({ line }) => line),
      { sign, pageOf: (at) => lines[at]!.page },
    )
  }

  finishPages(count: number): void {
    if (count - 1 > this.#page) this.#turnTo(count)
  }

  writeFootnotes(): void {
    this.builder.breakBeforeNext('section')
    for (const [at, { lines, page }] of this.#footnotes.entries()) {
      this.builder.open({ kind: 'paragraph' })
      this.builder.append(`[${at + 1}] `)
      this.#lines(lines, { sign: 0, pageOf: () => page, isNote: true })
    }
  }

  /** Goes on to a page between two blocks. */
  #turnTo(page: number): void {
    while (this.#page < page) {
      this.#page++
      if (this.#page > 0) this.builder.breakBeforeNext('page')
      if (this.#page < page) this.builder.open({ kind: 'paragraph' })
    }
  }

  #lines(
    lines: readonly TextLine[],
    { sign, pageOf, isNote = false }: { sign: number; pageOf(at: number): number; isNote?: boolean },
  ): void {
    lines.forEach((line, at) => {
      const page = pageOf(at)
      if (!isNote && page > this.#page) {
        this.#page = page
        this.builder.breakBeforeWord('page')
      }
      const next = lines[at + 1]
      const seam = next
        ? seamOf(line.text, next.text, { words: this.#words, divisions: this.divisions })
        : null
      this.#line(line, { from: at === 0 ? sign : 0, to: line.text.length - (seam?.drop ?? 0), page })
      this.#append(seam?.between ?? '')
    })
  }

  #line({ text, raised }: TextLine, { from, to, page }: { from: number; to: number; page: number }): void {
    let at = from
    for (const { start, end } of raised) {
      if (start < at || end > to) continue
      this.#append(text.slice(at, start))
      this.#raised(text.slice(start, end), page)
      at = end
    }
    this.#append(text.slice(at, to))
  }

  /** A sign of a footnote becomes its number at the end of the text. */
  #raised(text: string, page: number): void {
    this.builder.setMarks([{ kind: 'sup' }])
    for (const piece of text.split(/([,\s]+)/)) {
      const number = this.#numbers.get(keyOf({ sign: piece, page }))
      this.#append(number === undefined ? piece : `[${number}]`)
    }
    this.builder.setMarks([])
  }

  #append(text: string): void {
    if (text !== '') this.builder.append(text)
  }
}

const keyOf = ({ sign, page }: Pick<Footnote, 'sign' | 'page'>) => `${page} ${sign}`
