/**
 * Places in one text in order of their beginnings, and those that begin together in order of their ends: offsets in
 * UTF-16 code units, and the word that each begins with. Columns that grow and are filled anew for the next text.
 */
export class Places {
  start = new Int32Array(16)
  end = new Int32Array(16)
  word = new Int32Array(16)
  length = 0

  clear(): void {
    this.length = 0
  }

  add(start: number, end: number, word: number): void {
    const row = this.length
    if (row === this.start.length) this.#grow()
    this.start[row] = start
    this.end[row] = end
    this.word[row] = word
    this.length = row + 1
  }

  /** Leaves only some of them. */
  keep(keeps: (row: number) => boolean): void {
    let kept = 0
    for (let row = 0; row < this.length; row++) {
      if (!keeps(row)) continue
      this.start[kept] = this.start[row]!
      this.end[kept] = this.end[row]!
      this.word[kept] = this.word[row]!
      kept += 1
    }
    this.length = kept
  }

  #grow(): void {
    const longer = (column: Int32Array) => {
      const grown = new Int32Array(column.length * 2)
      grown.set(column)
      return grown
    }
    this.start = longer(this.start)
    this.end = longer(this.end)
    this.word = longer(this.word)
  }
}

/** No places; nobody adds to it. */
export const none = new Places()

/** Unites the places of many in one text, in order; what stands at the same place is there once. */
export class Union {
  readonly #buffers: Places[] = []

  /** What it gives stays until it is asked again. */
  of(all: readonly Places[]): Places {
    let left = all.filter(({ length }) => length > 0)
    let used = 0
    while (left.length > 1) {
      const merged: Places[] = []
      for (let at = 0; at < left.length; at += 2) {
        const [one, other] = [left[at]!, left[at + 1]]
        if (!other) merged.push(one)
        else {
          this.#buffers[used] ??= new Places()
          merged.push(merge(one, other, this.#buffers[used++]!))
        }
      }
      left = merged
    }
    return left[0] ?? none
  }
}

function merge(one: Places, other: Places, into: Places): Places {
  into.clear()
  let [a, b] = [0, 0]
  while (a < one.length || b < other.length) {
    const first =
      b >= other.length
        ? -1
        : a >= one.length
          ? 1
          : one.start[a]! - other.start[b]! || one.end[a]! - other.end[b]!
    if (first <= 0) into.add(one.start[a]!, one.end[a]!, one.word[a]!)
    else into.add(other.start[b]!, other.end[b]!, other.word[b]!)
    if (first <= 0) a += 1
    if (first >= 0) b += 1
  }
  return into
}
