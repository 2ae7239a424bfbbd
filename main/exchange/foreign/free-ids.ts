/** Ids that are each given once, also where a hundred thousand things want the same. */
export class FreeIds {
  readonly #sign: string
  readonly #taken = new Set<string>()
  readonly #next = new Map<string, number>()

  /** `sign` stands between an id that is taken and its number. */
  constructor(sign = ' ') {
    this.#sign = sign
  }

  has(id: string): boolean {
    return this.#taken.has(id)
  }

  /** `wanted`, or where that is taken the same with the first number from 2 that is free. */
  take(wanted: string): string {
    let id = wanted
    if (this.#taken.has(id)) {
      let number = this.#next.get(wanted) ?? 2
      const numbered = () => `${wanted}${this.#sign}${number}`
      while (this.#taken.has(numbered())) number += 1
      id = numbered()
      this.#next.set(wanted, number + 1)
    }
    this.#taken.add(id)
    return id
  }
}
