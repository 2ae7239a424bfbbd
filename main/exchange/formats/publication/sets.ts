/** Joins things into sets and tells which set a thing is in. Things are named by whatever strings they have. */
export class Sets {
  readonly #above = new Map<string, string>()

  /** One name for all things of a set; it changes when sets are joined. */
  nameOf(thing: string): string {
    let top = thing
    for (let above = this.#above.get(top); above !== undefined; above = this.#above.get(top)) top = above
    for (let below = thing; below !== top; ) {
      const next = this.#above.get(below)!
      this.#above.set(below, top)
      below = next
    }
    return top
  }

  join(one: string, other: string): void {
    const [first, second] = [this.nameOf(one), this.nameOf(other)]
    // The lesser name stays, so that the order of joining does not count.
    if (first < second) this.#above.set(second, first)
    else if (second < first) this.#above.set(first, second)
  }
}
