/** In UTF-16 code units: as much text is held for what stands in it, which mostly follows text by text. */
export const mostAtHand = 4_000_000

/** The things that were asked for last, by id, as long as they are together no longer than `most`; always the last one. */
export class Latest<T> {
  readonly #held = new Map<string, T>()
  readonly #most: number
  readonly #lengthOf: (one: T) => number
  #length = 0

  constructor(most: number, lengthOf: (one: T) => number) {
    this.#most = most
    this.#lengthOf = lengthOf
  }

  get(id: string): T | undefined {
    return this.#held.get(id)
  }

  /** Returns it. */
  hold(id: string, one: T): T {
    const before = this.#held.get(id)
    if (before !== undefined) this.#length -= this.#lengthOf(before)
    this.#held.set(id, one)
    this.#length += this.#lengthOf(one)
    for (const [oldest, other] of this.#held) {
      if (this.#length <= this.#most || oldest === id) break
      this.#held.delete(oldest)
      this.#length -= this.#lengthOf(other)
    }
    return one
  }
}
