import type { BlockStack } from './block-stack.ts'
import { forbiddenControls } from './decode.ts'
import type { TextBuilder } from './text-builder.ts'

/**
 * White space as a page draws it (CSS Text, `white-space: normal` and `pre`): runs of spaces, tabs and line ends are one
 * space, none at the edges of a line. A `<br>` is `\n` inside the block; two in a row end a paragraph, as old pages
 * write it. No-break spaces and the like are letters here.
 */
export class HtmlFlow {
  readonly #builder: TextBuilder
  readonly #stack: BlockStack
  #space = false
  #lineEnds = 0
  #heldLineEnd = false

  constructor(builder: TextBuilder, stack: BlockStack) {
    this.#builder = builder
    this.#stack = stack
  }

  /** Text of a page, as its parser gives it. */
  text(raw: string): void {
    const text = raw.replaceAll('\r', '\n').replace(forbiddenControls, '\ufffd')
    if (this.#stack.kind === 'preformatted') this.#preformatted(text)
    else this.#collapsed(text)
  }

  lineBreak(): void {
    if (this.#stack.kind === 'preformatted') this.#preformatted('\n')
    else if (this.#builder.isOpen) this.#lineEnds++
    this.#space = false
  }

  /** A block ends or begins here: what waits to be written is not drawn. */
  boundary(): void {
    this.#builder.close()
    this.#space = false
    this.#lineEnds = 0
    this.#heldLineEnd = false
  }

  #collapsed(text: string): void {
    const words = text.replace(/[ \t\n]+/g, ' ')
    const from = words.startsWith(' ') ? 1 : 0
    const to = words.length > 1 && words.endsWith(' ') ? words.length - 1 : words.length
    if (from === 1) this.#space = true
    if (from >= to) return
    this.#startOfLineOrSpace()
    this.#builder.append(words.slice(from, to))
    this.#space = to < words.length
  }

  #startOfLineOrSpace(): void {
    const splits = this.#stack.kind === 'paragraph' || this.#stack.kind === 'quotation'
    if (this.#lineEnds > 1 && splits) this.#builder.close()
    if (!this.#builder.isOpen) this.#stack.openForText()
    else if (this.#lineEnds > 0) this.#builder.append('\n'.repeat(this.#lineEnds))
    else if (this.#space) this.#builder.append(' ')
    this.#space = false
    this.#lineEnds = 0
  }

  /** The last line end is held back: at the end of the block it is not drawn. */
  #preformatted(text: string): void {
    if (text === '') return
    this.#stack.openForText()
    const held = this.#heldLineEnd ? '\n' : ''
    this.#heldLineEnd = text.endsWith('\n')
    const written = held + (this.#heldLineEnd ? text.slice(0, -1) : text)
    if (written !== '') this.#builder.append(written)
  }
}
