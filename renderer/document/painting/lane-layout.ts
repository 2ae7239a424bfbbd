import type { BlockLists } from '../text/block-lists.ts'
import type { TextIndex } from '../text/text-index.ts'
import { type AnnotationRows, longestJoin } from './annotation-rows.ts'
import { assignLanes } from './lanes.ts'

/**
 * Gives annotations their lanes when those of their block are first asked for: few of a long text are ever seen. Blocks
 * that annotations hold together get them at once, so that they are the same wherever one begins.
 */
export class LaneLayout {
  readonly #index: TextIndex
  readonly #rows: AnnotationRows
  readonly #lists: BlockLists
  readonly #isLaidOut: Uint8Array
  #isShown: (tag: number) => boolean

  constructor(index: TextIndex, rows: AnnotationRows, lists: BlockLists, isShown: (tag: number) => boolean) {
    this.#index = index
    this.#rows = rows
    this.#lists = lists
    this.#isLaidOut = new Uint8Array(index.blockCount)
    this.#isShown = isShown
  }

  /** Gives the lanes of hidden annotations to the others. */
  anew(isShown: (tag: number) => boolean): void {
    this.#isShown = isShown
    this.#isLaidOut.fill(0)
  }

  /** To be called before the lanes of a block are read, and before a row is added to it. */
  layOut(block: number): void {
    if (this.#isLaidOut[block]) return
    let first = block
    while (first > 0 && this.#isReachedFromAbove(first)) first--
    let end = block + 1
    while (end < this.#index.blockCount && this.#isReachedFromAbove(end)) end++
    this.#assign(first, end)
    this.#isLaidOut.fill(1, first, end)
  }

  /** Whether an annotation above reaches or touches a block, or a line joins its parts over it. */
  #isReachedFromAbove(block: number): boolean {
    const from = this.#index.starts[block]!
    for (let above = block - 1; above >= 0 && this.#index.ends[above]! + longestJoin >= from; above--)
      if (this.#lists.of(above).some((row) => this.#reachOf(row) >= from)) return true
    return false
  }

  #reachOf(row: number): number {
    const { start, end, nextSpan } = this.#rows
    return this.#rows.isJoined(row) ? start[nextSpan[row]!]! : end[row]!
  }

  #assign(firstBlock: number, endBlock: number): void {
    const { start, tag, lane, nextSpan } = this.#rows
    const shown: number[] = []
    for (let block = firstBlock; block < endBlock; block++)
      for (const row of this.#lists.of(block))
        if (start[row]! >= this.#index.starts[block]! && this.#isShown(tag[row]!)) shown.push(row)

    const waiting = new Map<number, number>()
    const joinedTo = shown.map((row, i) => {
      if (this.#rows.isJoined(row)) waiting.set(nextSpan[row]!, i)
      return waiting.get(row) ?? -1
    })
    const starts = shown.map((row) => start[row]!)
    const reaches = shown.map((row) => this.#reachOf(row))
    for (const [i, given] of assignLanes(starts, reaches, joinedTo).entries()) lane[shown[i]!] = given
  }
}
