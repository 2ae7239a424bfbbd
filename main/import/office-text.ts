import type { StructuredText } from '../../preload/contract/text.ts'
import { BlockStack } from './block-stack.ts'
import { forbiddenControls } from './decode.ts'
import { type Losses, lossNotes } from './loss-notes.ts'
import { counted, Tally } from './tally.ts'
import { type BlockShape, type MarkShape, TextBuilder } from './text-builder.ts'

/** How words of a text processor look. */
export interface WordLook {
  marks: readonly MarkShape[]
  struckOut: boolean
}

const plainLook: WordLook = { marks: [], struckOut: false }

/**
 * The text of a word processor’s file as it is read: paragraphs, cells, notes. Blocks open with their first word, so
 * blank paragraphs leave nothing behind. Footnotes and endnotes come to the end, with a number where they were.
 */
export class OfficeText implements Losses {
  readonly leftOut = new Tally()
  struckOut = 0
  readonly renumbered: number[] = []
  readonly #builder = new TextBuilder()
  readonly #stack = new BlockStack(this.#builder)
  #inParagraph = false
  /** The paragraph goes on in the next: the mark between the two was deleted. */
  #goesOn = false
  /** Spaces at the beginning of a block, until a word comes. */
  #held = ''
  #isStruckOut = false
  #notes: (() => void)[] = []
  #told: string[] = []
  #hasText = false
  /** A space before the next word would stand beside one that is there. */
  #skipsSpace = false

  startParagraph(shape: BlockShape): void {
    if (this.#goesOn && this.#inParagraph) {
      this.#goesOn = false
      return
    }
    this.#leaveParagraph()
    if (this.#inCell) this.#builder.close()
    else this.#stack.enter(shape, { joins: true })
    this.#inParagraph = true
  }

  endParagraph({ goesOn = false } = {}): void {
    if (goesOn) this.#goesOn = true
    else this.#leaveParagraph()
  }

  /** Whatever a cell holds is one block, its paragraphs on lines of their own. */
  startCell(row: number, column: number): void {
    this.#leaveParagraph()
    this.#stack.enter({ kind: 'table-cell', row, column }, { joins: true })
    // A cell without text is a cell all the same.
    this.#stack.openForText()
  }

  endCell(): void {
    this.#leaveParagraph()
    this.#stack.leave()
  }

  words(raw: string, { marks, struckOut } = plainLook): void {
    const text = raw.replace(/\r\n?/g, '\n').replace(forbiddenControls, '\ufffd')
    if (text === '') return
    this.#write(this.#skipsSpace ? text.trimStart() : text, { marks, struckOut })
  }

  #write(text: string, { marks, struckOut }: WordLook): void {
    if (text === '') return
    this.#skipsSpace = false
    if (!this.#hasText && text.trim() === '') {
      this.#held += text
      return
    }
    if (struckOut && !this.#isStruckOut) this.struckOut++
    this.#isStruckOut = struckOut
    this.#stack.openForText()
    if (this.#held !== '') {
      this.#builder.setMarks([])
      this.#builder.append(this.#held)
      this.#held = ''
    }
    this.#builder.setMarks(marks)
    this.#builder.append(text)
    this.#hasText = true
  }

  lineBreak(): void {
    this.words('\n')
  }

  /** A page begins with the next word. */
  pageBreak(): void {
    this.#builder.breakBeforeWord('page')
  }

  /** A section begins with the next paragraph. */
  sectionBreak(): void {
    this.#builder.breakBeforeNext('section')
  }

  /** A footnote or an endnote belongs here; `read` writes its paragraphs when its turn has come. */
  footnote(read: () => void): void {
    this.#notes.push(read)
    this.words(`[${this.#notes.length}]`, { marks: [{ kind: 'sup' }], struckOut: false })
  }

  /** Adds a sentence to the notes of the report. */
  tell(sentence: string): void {
    this.#told.push(sentence)
  }

  /** Reads the notes too. */
  finish(): StructuredText {
    this.#goesOn = false
    this.#leaveParagraph()
    if (this.#notes.length > 0) this.#readNotes()
    return this.#builder.finish()
  }

  /** The sentences of the report, once the text is finished. */
  told(): string[] {
    return [...lossNotes(this), ...this.#told]
  }

  get #inCell(): boolean {
    return this.#stack.kind === 'table-cell'
  }

  /** Notes in notes come after the others. */
  #readNotes(): void {
    this.#builder.breakBeforeNext('section')
    for (let at = 0; at < this.#notes.length; at++) {
      this.startParagraph({ kind: 'paragraph' })
      this.words(`[${at + 1}] `)
      this.endParagraph({ goesOn: true })
      this.#skipsSpace = true
      this.#notes[at]!()
      this.#goesOn = false
      this.#leaveParagraph()
    }
    const count = this.#notes.length
    const where = count === 1 ? 'stands at the end, marked [1]' : `stand at the end, marked [1] to [${count}]`
    this.#told.unshift(`${counted(count, 'footnote or endnote', 'footnotes and endnotes')} ${where}.`)
  }

  #leaveParagraph(): void {
    this.#builder.setMarks([])
    this.#held = ''
    this.#hasText = false
    this.#goesOn = false
    this.#isStruckOut = false
    this.#skipsSpace = false
    if (!this.#inParagraph) return
    this.#inParagraph = false
    if (this.#inCell) this.#builder.close()
    else this.#stack.leave()
  }
}
