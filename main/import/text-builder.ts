import type { Block, Break, Mark, StructuredText } from '../../preload/contract/text.ts'

type WithoutExtent<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never
/** A block or a mark before it is known where it stands. */
export type BlockShape = WithoutExtent<Block>
export type MarkShape = WithoutExtent<Mark>

interface ActiveMark {
  shape: MarkShape
  /** Where it starts in the open block; null until a character that is no space has come. */
  start: number | null
  /** It stands inside another mark of its kind and would only say the same again. */
  redundant: boolean
}

/**
 * Puts a structured text together piece by piece, so that offsets are right by construction. Text goes into
 * the open block; the `\n` between blocks is the builder’s own. A mark may be begun before there is a block and
 * outlast several: it becomes one mark in each.
 */
export class TextBuilder {
  #pieces: string[] = []
  #length = 0
  #blocks: Block[] = []
  #open: { shape: BlockShape; start: number } | null = null
  /** Whether the open block holds more than spaces. */
  #hasWords = false
  #marks: Mark[] = []
  #active: ActiveMark[] = []
  #breaks: Break[] = []
  #pendingBreaks: Break['kind'][] = []
  #breaksInside: Break['kind'][] = []

  /** Of the text so far, in UTF-16 code units. */
  get length(): number {
    return this.#length
  }

  /** Blocks begun so far. */
  get blockCount(): number {
    return this.#blocks.length + (this.#open ? 1 : 0)
  }

  get isOpen(): boolean {
    return this.#open !== null
  }

  /** Begins a block; one that is open ends here. */
  open(shape: BlockShape): void {
    this.close()
    if (this.#blocks.length > 0) this.#add('\n')
    this.#open = { shape, start: this.#length }
    this.#hasWords = false
    for (const kind of this.#pendingBreaks) this.#breaks.push({ kind, at: this.#length })
    this.#pendingBreaks = []
  }

  /** Goes on with the block closed last, on a new line of it; an empty one simply begins. */
  reopen(): void {
    this.close()
    const last = this.#blocks.pop()
    if (!last) throw new Error('There is no block to go on with.')
    const { start, end, ...shape } = last
    this.#open = { shape: shape as BlockShape, start }
    this.#hasWords = end > start
    if (end > start) this.#add('\n')
  }

  /** Adds to the open block. The text may hold `\n`, but no `\r`. */
  append(text: string): void {
    if (!this.#open) throw new Error('There is no open block.')
    const visible = text.search(/\S/)
    if (visible >= 0) {
      this.#placeBreaks(this.#length + visible)
      for (const mark of this.#active) mark.start ??= this.#length + visible
      this.#hasWords = true
    }
    this.#add(text)
  }

  /** Ends the open block, if there is one. */
  close(): void {
    if (!this.#open) return
    for (const mark of this.#active) this.#endMark(mark)
    this.#blocks.push({ ...this.#open.shape, start: this.#open.start, end: this.#length } as Block)
    this.#open = null
  }

  /** Marks what comes until the matching `unmark`. */
  mark(shape: MarkShape): void {
    const redundant = this.#active.some((mark) => mark.shape.kind === shape.kind && !mark.redundant)
    this.#active.push({ shape, start: null, redundant })
  }

  /** Ends the mark begun last. */
  unmark(): void {
    const mark = this.#active.pop()
    if (mark) this.#endMark(mark)
  }

  /** What comes from now on has these marks and no others; those that it had already go on. */
  setMarks(shapes: readonly MarkShape[]): void {
    for (const mark of this.#active.splice(0)) {
      if (shapes.some((shape) => isSameMark(shape, mark.shape))) this.#active.push(mark)
      else this.#endMark(mark)
    }
    for (const shape of shapes) {
      if (!this.#active.some((mark) => isSameMark(shape, mark.shape))) this.mark(shape)
    }
  }

  /** A page or section begins with the next word, which may stand inside a block; at the end of the text it is dropped. */
  breakBeforeWord(kind: Break['kind']): void {
    if (this.#length > 0 && !this.#breaksInside.includes(kind)) this.#breaksInside.push(kind)
  }

  /** A page or section begins with the next block; at the end of the text it is dropped. */
  breakBeforeNext(kind: Break['kind']): void {
    if (this.blockCount > 0 && !this.#pendingBreaks.includes(kind)) this.#pendingBreaks.push(kind)
  }

  /** The text as it stands; marks by start, of two that start together the longer first. */
  finish(): StructuredText {
    this.close()
    return {
      text: this.#pieces.join('').toWellFormed(),
      blocks: this.#blocks,
      marks: this.#marks.sort((a, b) => a.start - b.start || b.end - a.end),
      breaks: this.#breaks,
    }
  }

  #placeBreaks(word: number): void {
    // The first word of a block stands for the block, spaces before it included.
    const start = this.#open?.start ?? word
    const at = this.#hasWords ? word : start
    for (const kind of this.#breaksInside) {
      const last = this.#breaks.findLast((other) => other.kind === kind)
      if (last?.at !== at) this.#breaks.push({ kind, at })
    }
    this.#breaksInside = []
  }

  #endMark(mark: ActiveMark): void {
    if (mark.start !== null && !mark.redundant && mark.start < this.#length) {
      this.#marks.push({ ...mark.shape, start: mark.start, end: this.#length } as Mark)
    }
    mark.start = null
  }

  #add(text: string): void {
    this.#pieces.push(text)
    this.#length += text.length
  }
}

const isSameMark = (a: MarkShape, b: MarkShape) =>
  a.kind === b.kind && (a.kind !== 'link' || (b.kind === 'link' && a.href === b.href))
