import type { AnnotationRows } from '../painting/annotation-rows.ts'
import type { TextIndex } from './text-index.ts'

/**
 * For each block the rows that reach into it, in reading order. All lists lie in one array as they were built;
 * a list that has changed since stands beside it.
 */
export class BlockLists {
  readonly #index: TextIndex
  readonly #rows: AnnotationRows
  readonly #from: Int32Array
  readonly #all: Int32Array
  readonly #changed = new Map<number, Int32Array>()

  /** The first `count` rows are to be in reading order. */
  constructor(index: TextIndex, rows: AnnotationRows, count: number) {
    this.#index = index
    this.#rows = rows
    const firstBlock = new Int32Array(count)
    const lastBlock = new Int32Array(count)
    const from = new Int32Array(index.blockCount + 1)
    let first = 0
    for (let row = 0; row < count; row++) {
      while (first < index.blockCount - 1 && index.starts[first + 1]! <= rows.start[row]!) first++
      let last = first
      while (last < index.blockCount - 1 && index.starts[last + 1]! < rows.end[row]!) last++
      firstBlock[row] = first
      lastBlock[row] = last
      for (let block = first; block <= last; block++) from[block + 1]!++
    }
    for (let block = 0; block < index.blockCount; block++) from[block + 1]! += from[block]!

    const all = new Int32Array(from[index.blockCount]!)
    const next = from.slice()
    for (let row = 0; row < count; row++) {
      for (let block = firstBlock[row]!; block <= lastBlock[row]!; block++) all[next[block]!++] = row
    }
    this.#from = from
    this.#all = all
  }

  of(block: number): Int32Array {
    return this.#changed.get(block) ?? this.#all.subarray(this.#from[block], this.#from[block + 1])
  }

  /** The first and the last block that a row reaches into. */
  blocksOf(row: number): { first: number; last: number } {
    const first = this.#index.blockAt(this.#rows.start[row]!)
    const end = this.#rows.end[row]!
    const last = end - 1 <= this.#index.ends[first]! ? first : this.#index.blockAt(end - 1)
    return { first, last }
  }

  add(row: number): void {
    this.#eachBlockOf(row, (list) => {
      const longer = new Int32Array(list.length + 1)
      let at = 0
      while (at < list.length && this.#rows.compare(list[at]!, row) < 0) at++
      longer.set(list.subarray(0, at))
      longer[at] = row
      longer.set(list.subarray(at), at + 1)
      return longer
    })
  }

  /** To be called while the row still has its values. */
  remove(row: number): void {
    this.#eachBlockOf(row, (list) => list.filter((other) => other !== row))
  }

  #eachBlockOf(row: number, change: (list: Int32Array) => Int32Array): void {
    const { first, last } = this.blocksOf(row)
    for (let block = first; block <= last; block++) this.#changed.set(block, change(this.of(block)))
  }
}
