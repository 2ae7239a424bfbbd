const pageBits = 1 << 16

/** Ids, nearly all of which are whole numbers close to each other: millions of them take a bit each. */
export class IdSet {
  readonly #pages = new Map<number, Uint8Array>()
  readonly #others = new Set<string>()

  /** False where it is there already. */
  add(id: string): boolean {
    const number = numberOf(id)
    if (number < 0) {
      const before = this.#others.size
      return this.#others.add(id).size > before
    }
    const page = this.#page(Math.floor(number / pageBits))
    const bit = number % pageBits
    const mask = 1 << (bit & 7)
    const held = page[bit >> 3]!
    page[bit >> 3] = held | mask
    return (held & mask) === 0
  }

  #page(number: number): Uint8Array {
    const known = this.#pages.get(number)
    if (known) return known
    const page = new Uint8Array(pageBits / 8)
    this.#pages.set(number, page)
    return page
  }
}

/** The number that is written exactly so, of up to nine digits; else -1. */
function numberOf(id: string): number {
  const { length } = id
  if (length === 0 || length > 9 || (length > 1 && id.charCodeAt(0) === 0x30)) return -1
  let number = 0
  for (let at = 0; at < length; at++) {
    const digit = id.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return -1
    number = number * 10 + digit
  }
  return number
}
