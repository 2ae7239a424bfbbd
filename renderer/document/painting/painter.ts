import type { BlockRange } from '../text/near-window.ts'

/** One painted stretch of a block. */
export interface Stroke {
  highlight: Highlight
  start: number
  end: number
}

type Painted = { highlight: Highlight; range: AbstractRange }[]

/**
 * Keeps the highlights of the blocks near the window and of no others. What a block looks like is asked when it
 * comes near and whenever it is said to look different.
 */
export class Painter {
  readonly #strokesOf: (block: number) => Stroke[]
  readonly #toRange: (block: number, start: number, end: number) => AbstractRange
  readonly #painted = new Map<number, Painted>()
  /**
   * Keep their paint until they are painted anew: what the page loses before a frame, the browser would have to work
   * out an extra time where the pointer lies over it.
   */
  readonly #stale = new Set<number>()

  constructor(
    strokesOf: (block: number) => Stroke[],
    toRange: (block: number, start: number, end: number) => AbstractRange,
  ) {
    this.#strokesOf = strokesOf
    this.#toRange = toRange
  }

  get painted(): Iterable<number> {
    return this.#painted.keys()
  }

  /** Paints the blocks of the range that are not painted and forgets those outside it. */
  paint({ first, last }: BlockRange): void {
    for (const block of this.#painted.keys())
      if (block < first || block > last || this.#stale.has(block)) this.#erase(block)
    this.#stale.clear()
    for (let block = first; block <= last; block++) if (!this.#painted.has(block)) this.#draw(block)
  }

  /** To be followed by `paint`. */
  invalidate(blocks: Iterable<number>): void {
    for (const block of blocks) this.#stale.add(block)
  }

  invalidateAll(): void {
    this.invalidate(this.#painted.keys())
  }

  end(): void {
    for (const block of this.#painted.keys()) this.#erase(block)
  }

  #draw(block: number): void {
    const painted: Painted = []
    for (const { highlight, start, end } of this.#strokesOf(block)) {
      const range = this.#toRange(block, start, end)
      highlight.add(range)
      painted.push({ highlight, range })
    }
    this.#painted.set(block, painted)
  }

  #erase(block: number): void {
    for (const { highlight, range } of this.#painted.get(block) ?? []) highlight.delete(range)
    this.#painted.delete(block)
  }
}
