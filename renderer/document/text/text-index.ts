import type { Node } from 'prosemirror-model'

/**
 * Converts between offsets of the plain text and positions of the ProseMirror document of one revision; nothing
 * else does arithmetic on positions.
 *
 * Blocks are joined by a single line end, so each offset from 0 to the text’s length lies in exactly one block
 * (its end, where the line end stands, included) and has exactly one position. The other way round, positions
 * between blocks, at the edges of sections, lists and tables, have no offset of their own and take the nearest.
 */
export class TextIndex {
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly #positions: Int32Array

  /** For each block its stretch of the plain text and the position of its first character. */
  constructor(starts: Int32Array, ends: Int32Array, positions: Int32Array) {
    this.starts = starts
    this.ends = ends
    this.#positions = positions
  }

  get length(): number {
    return this.ends[this.ends.length - 1]!
  }

  get blockCount(): number {
    return this.starts.length
  }

  /** The block an offset lies in; the offset at which a block ends is still its own. */
  blockAt(offset: number): number {
    return lastAtOrBefore(this.starts, offset)
  }

  toPosition(offset: number): number {
    const within = Math.max(0, Math.min(offset, this.length))
    const block = this.blockAt(within)
    return this.#positions[block]! + within - this.starts[block]!
  }

  /** `bias` decides for positions between two blocks: the end of the one before (-1) or the start of the next. */
  toOffset(position: number, bias: -1 | 1): number {
    const block = lastAtOrBefore(this.#positions, position)
    const offset = this.starts[block]! + Math.max(0, position - this.#positions[block]!)
    const end = this.ends[block]!
    if (offset <= end) return offset
    const isLast = block === this.blockCount - 1
    return bias < 0 || isLast ? end : this.starts[block + 1]!
  }

  /** The position before a block’s own node. */
  beforeBlock(block: number): number {
    return this.#positions[block]! - 1
  }
}

/** Pairs the text blocks of `doc`, in order, with their stretches of the plain text. */
export function indexText(doc: Node, extents: readonly { start: number; end: number }[]): TextIndex {
  const starts = new Int32Array(extents.length)
  const ends = new Int32Array(extents.length)
  const positions = new Int32Array(extents.length)
  let block = 0
  const visit = (node: Node, inside: number) => {
    if (node.isTextblock) {
      starts[block] = extents[block]!.start
      ends[block] = extents[block]!.end
      positions[block++] = inside
      return
    }
    let position = inside
    for (const child of node.children) {
      visit(child, position + 1)
      position += child.nodeSize
    }
  }
  visit(doc, 0)
  return new TextIndex(starts, ends, positions)
}

/** The last index whose value is at most `value`; 0 when there is none. `sorted` ascends. */
export function lastAtOrBefore(sorted: ArrayLike<number>, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (sorted[middle]! <= value) low = middle
    else high = middle - 1
  }
  return low
}
