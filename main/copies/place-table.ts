/**
 * Where fingerprints stand: by number, up to a few places each. An open-addressed table over typed arrays, since there
 * are millions of them.
 */
export class PlaceTable {
  /** The place that a slot begins with, plus one; 0: empty. */
  #slots = new Int32Array(1 << 16)
  #number = new Int32Array(1 << 15)
  #text = new Int32Array(1 << 15)
  #unit = new Int32Array(1 << 15)
  /** The next place of the same fingerprint, plus one. */
  #next = new Int32Array(1 << 15)
  #places = 0
  #used = 0

  each(fingerprint: number, take: (text: number, unit: number) => void): void {
    for (let at = this.#slots[this.#slotOf(fingerprint)]!; at !== 0; at = this.#next[at - 1]!)
      take(this.#text[at - 1]!, this.#unit[at - 1]!)
  }

  /** Nothing where there are `most` places already. */
  add(fingerprint: number, text: number, unit: number, most: number): void {
    const slot = this.#slotOf(fingerprint)
    const head = this.#slots[slot]!
    let last = 0
    let count = 0
    for (let at = head; at !== 0; at = this.#next[at - 1]!) {
      last = at
      count += 1
    }
    if (count >= most) return
    if (this.#places === this.#number.length) this.#widen()
    const place = this.#places++
    this.#number[place] = fingerprint
    this.#text[place] = text
    this.#unit[place] = unit
    if (last !== 0) this.#next[last - 1] = place + 1
    else {
      this.#slots[slot] = place + 1
      this.#used += 1
      if (this.#used * 3 > this.#slots.length * 2) this.#rehash()
    }
  }

  #slotOf(fingerprint: number): number {
    const mask = this.#slots.length - 1
    let slot = Math.imul(fingerprint, 0x9e3779b1) & mask
    for (;;) {
      const head = this.#slots[slot]!
      if (head === 0 || this.#number[head - 1] === fingerprint) return slot
      slot = (slot + 1) & mask
    }
  }

  #rehash(): void {
    const heads = this.#slots.filter((head) => head !== 0)
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (const head of heads) this.#slots[this.#slotOf(this.#number[head - 1]!)] = head
  }

  #widen(): void {
    const wider = (column: Int32Array) => {
      const next = new Int32Array(column.length * 2)
      next.set(column)
      return next
    }
    this.#number = wider(this.#number)
    this.#text = wider(this.#text)
    this.#unit = wider(this.#unit)
    this.#next = wider(this.#next)
  }
}
