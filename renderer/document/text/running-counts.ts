/** Counts by place, with their sums up to a place: asking and changing cost the logarithm of how many places there are. */
export class RunningCounts {
  // A Fenwick tree: the entry at i holds the sum of as many counts, ending at i - 1, as i's lowest bit says.
  readonly #sums: Int32Array

  constructor(counts: Int32Array) {
    this.#sums = new Int32Array(counts.length + 1)
    for (let i = 1; i < this.#sums.length; i++) {
      this.#sums[i]! += counts[i - 1]!
      const above = i + (i & -i)
      if (above < this.#sums.length) this.#sums[above]! += this.#sums[i]!
    }
  }

  add(place: number, more: number): void {
    for (let i = place + 1; i < this.#sums.length; i += i & -i) this.#sums[i]! += more
  }

  /** The sum of all counts before a place. */
  before(place: number): number {
    let sum = 0
    for (let i = place; i > 0; i -= i & -i) sum += this.#sums[i]!
    return sum
  }
}
