import type { Places } from './places.ts'

/** Columns that grow. Offsets in UTF-16 code units. */
export class Hits {
  document = new Int32Array(256)
  start = new Int32Array(256)
  end = new Int32Array(256)
  /** The word of its text that a hit begins with. */
  word = new Int32Array(256)
  length = 0
  documents = 0

  /** Adds the places of one document; tells whether there was room for all. */
  add(documentId: number, places: Places, most: number): boolean {
    const count = Math.min(places.length, most - this.length)
    if (count > 0) this.documents += 1
    if (this.length + count > this.start.length) this.#grow(this.length + count)
    this.document.fill(documentId, this.length, this.length + count)
    for (let at = 0; at < count; at++) {
      const row = this.length + at
      this.start[row] = places.start[at]!
      this.end[row] = places.end[at]!
      this.word[row] = places.word[at]!
    }
    this.length += count
    return count === places.length
  }

  #grow(least: number): void {
    const size = Math.max(least, this.start.length * 2)
    const longer = (column: Int32Array) => {
      const grown = new Int32Array(size)
      grown.set(column)
      return grown
    }
    this.document = longer(this.document)
    this.start = longer(this.start)
    this.end = longer(this.end)
    this.word = longer(this.word)
  }
}
