import type { BlockShape, TextBuilder } from './text-builder.ts'

interface Level {
  shape: BlockShape
  /** All of its text belongs to one block: what comes after an inner paragraph’s end goes on, on a new line. */
  joins: boolean
  /** Number of the block it has begun, counted from 1; 0 before. */
  block: number
}

/**
 * Which kind of block text belongs to, while a nested source is walked: the innermost enclosing structure that has
 * a kind of its own. Blocks open with their first text, so structure without text leaves nothing behind.
 */
export class BlockStack {
  readonly #builder: TextBuilder
  #levels: Level[] = [{ shape: { kind: 'paragraph' }, joins: false, block: 0 }]

  constructor(builder: TextBuilder) {
    this.#builder = builder
  }

  get kind(): BlockShape['kind'] {
    return this.#top.shape.kind
  }

  /** Whether anything has come into the innermost structure. */
  get isEmpty(): boolean {
    return this.#top.block === 0
  }

  enter(shape: BlockShape, { joins }: { joins: boolean }): void {
    this.#builder.close()
    this.#levels.push({ shape, joins, block: 0 })
  }

  leave(): void {
    this.#builder.close()
    this.#levels.pop()
  }

  /** Sees to it that a block is open for text. A list item that other blocks have interrupted goes on as paragraphs. */
  openForText(): void {
    if (this.#builder.isOpen) return
    const level = this.#top
    if (level.joins && level.block > 0 && level.block === this.#builder.blockCount) {
      this.#builder.reopen()
      return
    }
    const interrupted = level.joins && level.block > 0
    this.#builder.open(interrupted ? { kind: 'paragraph' } : level.shape)
    if (!interrupted) level.block = this.#builder.blockCount
  }

  get #top(): Level {
    return this.#levels.at(-1)!
  }
}
