/** Edges between numbered nodes in the order in which they come, in eight bytes each, since there may be millions. */
export class Edges {
  #ends = new Uint32Array(1024)
  #count = 0

  add(from: number, to: number): void {
    if (2 * this.#count === this.#ends.length) {
      const larger = new Uint32Array(2 * this.#ends.length)
      larger.set(this.#ends)
      this.#ends = larger
    }
    this.#ends[2 * this.#count] = from
    this.#ends[2 * this.#count + 1] = to
    this.#count += 1
  }

  /** From where and to where each leads, in turn; no copy. */
  get ends(): Uint32Array {
    return this.#ends.subarray(0, 2 * this.#count)
  }
}
