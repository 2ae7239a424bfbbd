/** Ids for things that have none: the name of each, numbered from its second time on. */
export class Numbering {
  readonly #times = new Map<string, number>()

  next(name: string): string {
    const times = (this.#times.get(name) ?? 0) + 1
    this.#times.set(name, times)
    return times === 1 ? name : `${name} #${times}`
  }
}
