import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import type { Annotations } from '../painting/annotations.ts'
import { lastAtOrBefore, type TextIndex } from '../text/text-index.ts'

/** What the rail tells of a text. */
export interface RailSource {
  readonly annotations: Annotations
  isDrawn(tag: number): boolean
  isClaim(tag: number): boolean
  isAnswered(id: AnnotationId): boolean
}

/** Beside one another in a row; further tags at the same place are left out. */
export const tagsPerRow = 3
export const answered = 1
export const unanswered = 2
const rowsOfOne = 2

type Kind = 'none' | 'plain' | 'claim'

function kindOf(tag: number, source: RailSource): Kind {
  if (!source.isDrawn(tag)) return 'none'
  return source.isClaim(tag) ? 'claim' : 'plain'
}

/** What stands in each row of pixels of a rail: tags, claims and found passages. */
export class RailMarks {
  /** `tagsPerRow` for each row, 0 where there is none. */
  readonly tags: Int32Array
  /** For each row the claims that begin there: `answered`, `unanswered`, both or 0. */
  readonly claims: Uint8Array
  /** For each row with claims the tag of one of them. */
  readonly claimTags: Int32Array
  /** For each row 1 for a found passage, 2 for the current one. */
  readonly found: Uint8Array
  /** For each row 1 where a passage stands that other documents have too. */
  readonly copies: Uint8Array
  readonly height: number
  readonly #index: TextIndex
  readonly #tops: Float64Array

  /** `tops`: in which row each block begins and the last one ends, ascending. */
  constructor(index: TextIndex, tops: Float64Array, height: number) {
    this.#index = index
    this.#tops = tops
    this.height = height
    this.tags = new Int32Array(height * tagsPerRow)
    this.claims = new Uint8Array(height)
    this.claimTags = new Int32Array(height)
    this.found = new Uint8Array(height)
    this.copies = new Uint8Array(height)
  }

  /** In which row an offset stands, within its block in proportion. */
  rowOf(offset: number, block = this.#index.blockAt(offset)): number {
    const top = this.#tops[block]!
    const start = this.#index.starts[block]!
    const length = Math.max(1, this.#index.ends[block]! - start)
    const row = top + ((this.#tops[block + 1]! - top) * (offset - start)) / length
    return Math.max(0, Math.min(this.height - 1, Math.floor(row)))
  }

  /** The rows that blocks from `first` to `last` stand in, `to` exclusive. */
  rowsOf(first: number, last: number): { from: number; to: number } {
    return { from: Math.floor(this.#tops[first]!), to: Math.ceil(this.#tops[last + 1]!) + rowsOfOne }
  }

  /** The blocks that stand in rows, in order. */
  *blocksIn(from: number, to: number): Generator<number> {
    let block = lastAtOrBefore(this.#tops, from)
    while (block > 0 && this.#tops[block - 1]! >= from) block--
    for (; block < this.#index.blockCount && this.#tops[block]! < to; block++) yield block
  }

  /** Looks at the annotations of some rows anew. */
  setAnnotations(source: RailSource, from = 0, to = this.height): void {
    const first = Math.max(0, from)
    const end = Math.min(to, this.height)
    this.tags.fill(0, first * tagsPerRow, end * tagsPerRow)
    this.claims.fill(0, first, end)
    const { annotations } = source
    const { rows } = annotations
    const kinds: Kind[] = []
    for (const block of this.blocksIn(first - rowsOfOne, end)) {
      const blockStart = this.#index.starts[block]!
      const blockEnd = this.#index.ends[block]!
      for (const row of annotations.inBlock(block)) {
        const tag = rows.tag[row]!
        kinds[tag] ??= kindOf(tag, source)
        const kind = kinds[tag]
        if (kind === 'none') continue
        const start = rows.start[row]!
        const top = this.rowOf(Math.max(start, blockStart), block)
        const bottom = this.rowOf(Math.min(rows.end[row]!, blockEnd), block)
        const last = Math.min(Math.max(bottom, top + rowsOfOne - 1), end - 1)
        for (let y = Math.max(top, first); y <= last; y++) this.#addTag(y, tag)
        if (start < blockStart || top < first || top >= end || kind !== 'claim' || !rows.isFirst(row))
          continue
        this.claims[top]! |= source.isAnswered(rows.annotation[row]! as AnnotationId) ? answered : unanswered
        this.claimTags[top] = tag
      }
    }
  }

  #addTag(y: number, tag: number): void {
    const from = y * tagsPerRow
    for (let at = from; at < from + tagsPerRow; at++) {
      const there = this.tags[at]!
      if (there === tag) return
      if (there !== 0) continue
      this.tags[at] = tag
      return
    }
  }

  setCopies(copies: readonly Span[]): void {
    this.copies.fill(0)
    for (const { start, end } of copies) {
      const top = this.rowOf(start)
      this.copies.fill(1, top, Math.max(this.rowOf(end), top + rowsOfOne - 1) + 1)
    }
  }

  /** `starts` ascend. */
  setFound(starts: ArrayLike<number>, current: number | null): void {
    this.found.fill(0)
    let block = 0
    for (let i = 0; i < starts.length; i++) {
      while (block < this.#index.blockCount - 1 && this.#index.starts[block + 1]! <= starts[i]!) block++
      this.found[this.rowOf(starts[i]!, block)] = 1
    }
    if (current !== null && current < starts.length) this.found[this.rowOf(starts[current]!)] = 2
  }
}
