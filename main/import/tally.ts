/** Of one kind so many are named, each no longer than this, in UTF-16 code units. */
const mostNamed = 10
const longestName = 80

interface Counted {
  many: string
  count: number
  /** What some of them said. */
  named: string[]
}

/** Counts what an import leaves out or changes, under names a person understands. */
export class Tally {
  #counts = new Map<string, Counted>()

  /** `said` is what it said, where it said anything; who said it may stand behind it. */
  add(one: string, many = `${one}s`, said = '', by = ''): void {
    const entry = this.#entry(one, many)
    entry.count++
    const words = said.replace(/\s+/g, ' ').trim()
    if (words === '' || entry.named.length >= mostNamed) return
    entry.named.push(`“${cut(words)}”${by.trim() === '' ? '' : ` (${by.trim()})`}`)
  }

  /** What another has counted as well. */
  addAll(other: Tally): void {
    for (const [one, { many, count, named }] of other.#counts) {
      const entry = this.#entry(one, many)
      entry.count += count
      entry.named.push(...named.slice(0, mostNamed - entry.named.length))
    }
  }

  /** “2 scripts, 1 image”, in the order they first came; '' for nothing. */
  words(): string {
    return [...this.#counts].map(([one, { many, count }]) => counted(count, one, many)).join(', ')
  }

  /** Of each kind that said something, “Comments: “Is it?” (Ada), 3 more”. */
  named(): string[] {
    return [...this.#counts.values()]
      .filter(({ named }) => named.length > 0)
      .map(({ many, count, named }) => {
        const rest = count - named.length
        const list = rest > 0 ? [...named, `${rest.toLocaleString('en')} more`] : named
        return `${many.charAt(0).toUpperCase()}${many.slice(1)}: ${list.join(', ')}`
      })
  }

  #entry(one: string, many: string): Counted {
    const entry = this.#counts.get(one) ?? { many, count: 0, named: [] }
    this.#counts.set(one, entry)
    return entry
  }
}

const cut = (words: string): string =>
  words.length <= longestName
    ? words
    : `${words
        .slice(0, longestName - 1)
        .toWellFormed()
        .trimEnd()}…`

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
