const mostKept = 5000

/**
 * Which things of a long list have been described since the last change of the project, so that each is asked for once
 * and again only when it has been forgotten.
 */
export class Described<T> {
  readonly #mostKept: number
  readonly #coming = new Set<number>()
  readonly #fresh = new Set<number>()

  constructor(most = mostKept) {
    this.#mostKept = most
  }

  /** Those of `wanted` that must be asked for now; they count as on their way. */
  ask(wanted: readonly number[]): number[] {
    const lacking = wanted.filter((one) => !this.#fresh.has(one) && !this.#coming.has(one))
    for (const one of lacking) this.#coming.add(one)
    return lacking
  }

  /** They may be asked for again. */
  failed(asked: readonly number[]): void {
    for (const one of asked) this.#coming.delete(one)
  }

  /** What is known with what has come; where it becomes too much, those that nobody has wanted for longest go. */
  with(
    known: ReadonlyMap<number, T>,
    wanted: readonly number[],
    came: Iterable<readonly [number, T]>,
  ): Map<number, T> {
    const all = new Map(known)
    for (const [id, one] of came) {
      all.set(id, one)
      this.#coming.delete(id)
      this.#fresh.add(id)
    }
    for (const id of wanted) {
      const one = all.get(id)
      if (one === undefined) continue
      all.delete(id)
      all.set(id, one)
    }
    for (const id of all.keys()) {
      if (all.size <= this.#mostKept) break
      all.delete(id)
      this.#fresh.delete(id)
    }
    return all
  }
}
