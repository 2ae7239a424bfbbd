/** Counts what an import leaves out or changes, under names a person understands. */
export class Tally {
  #counts = new Map<string, { many: string; count: number }>()

  add(one: string, many = `${one}s`): void {
    const entry = this.#counts.get(one)
    if (entry) entry.count++
    else this.#counts.set(one, { many, count: 1 })
  }

  /** What another has counted as well. */
  addAll(other: Tally): void {
    for (const [one, { many, count }] of other.#counts) {
      const entry = this.#counts.get(one)
      if (entry) entry.count += count
      else this.#counts.set(one, { many, count })
    }
  }

  /** “2 scripts, 1 image”, in the order they first came; '' for nothing. */
  words(): string {
    return [...this.#counts].map(([one, { many, count }]) => counted(count, one, many)).join(', ')
  }
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
