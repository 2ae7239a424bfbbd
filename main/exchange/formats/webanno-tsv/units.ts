import type { Segments } from '../uima-cas/segments.ts'

/** A row: a token, or a part of one that an annotation begins or ends inside of. */
export interface Unit {
  /** The token from 0, and the part of it from 1; 0 is the token itself. */
  token: number
  part: number
  begin: number
  end: number
  /** By layer, as they lie on one another. */
  stacks: Map<number, string[]>
}

export interface TokenRows {
  whole: Unit
  parts: Unit[]
}

/** The rows of a file, of which only those that hold something are kept. */
export class Units {
  readonly #tokens: readonly number[]
  readonly #rows = new Map<number, TokenRows>()
  readonly #disambiguation = new Map<string, number>()
  /** The row where an annotation begins, by which others refer to it. */
  readonly #home = new Map<string, Unit>()

  constructor({ tokens }: Segments) {
    this.#tokens = tokens
  }

  rowsOf = (token: number): TokenRows | undefined => this.#rows.get(token)
  homeOf = (id: string): Unit | undefined => this.#home.get(id)
  numberOf = (id: string): number | undefined => this.#disambiguation.get(id)

  /** Gives what can be mistaken for another one a number, once. */
  distinguish(id: string): void {
    if (!this.#disambiguation.has(id)) this.#disambiguation.set(id, this.#disambiguation.size + 1)
  }

  /**
   * Puts an annotation into its rows as INCEpTION does, also where it begins or ends in the space between tokens.
   * Tells whether there is any row for it.
   */
  place(layer: number, id: string, begin: number, end: number, kind: 'span' | 'relation' | 'chain'): boolean {
    let [first, last] = [this.#beginTokenOf(begin), this.#endTokenOf(end)]
    if (first === undefined || last === undefined) return false
    if (begin === end) first = last
    if (first > last) return false
    const isSpan = kind === 'span'
    const put = (unit: Unit) => this.#put(unit, layer, id, isSpan)
    const [firstBegin, firstEnd] = this.#extent(first)
    const [lastBegin, lastEnd] = this.#extent(last)
    const isSingle = first === last
    if (firstBegin === begin && lastEnd === end) {
      this.#home.set(id, put(this.#whole(first)))
      if (kind !== 'relation') put(this.#whole(last))
    } else if (begin === end) {
      const at = Math.max(Math.min(firstEnd, end), firstBegin)
      this.#home.set(id, put(this.#part(first, at, at)))
    } else {
      if (firstBegin < begin) this.#home.set(id, put(this.#part(first, begin, Math.min(firstEnd, end))))
      if (begin <= firstBegin && firstEnd <= end) this.#home.set(id, put(this.#whole(first)))
      // A relation lies where its target begins and nowhere else: in a second row it would be read as another one.
      if (lastEnd > end && (kind !== 'relation' || isSingle)) {
        const unit = put(this.#part(last, Math.max(lastBegin, begin), end))
        if (isSingle) this.#home.set(id, unit)
      } else if (!isSingle && kind !== 'relation') put(this.#whole(last))
    }
    if (!isSingle && kind !== 'relation') {
      for (let token = first + 1; token < last; token++) put(this.#whole(token))
    }
    if (isSpan && !isSingle) this.distinguish(id)
    return true
  }

  #put(unit: Unit, layer: number, id: string, isSpan: boolean): Unit {
    const stack = unit.stacks.get(layer)
    if (!stack) unit.stacks.set(layer, [id])
    else if (!stack.includes(id)) {
      stack.push(id)
      if (isSpan) for (const other of stack) this.distinguish(other)
    }
    return unit
  }

  #whole(token: number): Unit {
    return this.#rowsFor(token).whole
  }

  #part(token: number, begin: number, end: number): Unit {
    const { parts } = this.#rowsFor(token)
    const known = parts.find((part) => part.begin === begin && part.end === end)
    if (known) return known
    const part = { token, part: parts.length + 1, begin, end, stacks: new Map() }
    parts.push(part)
    return part
  }

  #rowsFor(token: number): TokenRows {
    const known = this.#rows.get(token)
    if (known) return known
    const [begin, end] = this.#extent(token)
    const rows = { whole: { token, part: 0, begin, end, stacks: new Map() }, parts: [] }
    this.#rows.set(token, rows)
    return rows
  }

  #extent(token: number): [begin: number, end: number] {
    return [this.#tokens[token * 2]!, this.#tokens[token * 2 + 1]!]
  }

  #beginTokenOf(begin: number): number | undefined {
    const floor = this.#count((token) => this.#tokens[token * 2]! <= begin) - 1
    if (floor >= 0 && this.#extent(floor)[1] >= begin) return floor
    const higher = this.#count((token) => this.#tokens[token * 2 + 1]! <= begin)
    return higher * 2 < this.#tokens.length ? higher : floor < 0 ? undefined : floor
  }

  #endTokenOf(end: number): number | undefined {
    const ceiling = this.#count((token) => this.#tokens[token * 2 + 1]! < end)
    if (ceiling * 2 < this.#tokens.length && this.#extent(ceiling)[0] <= end) return ceiling
    const lower = ceiling - 1
    return lower >= 0 ? lower : ceiling * 2 < this.#tokens.length ? ceiling : undefined
  }

  /** How many tokens, from the first, for which it is true. */
  #count(isTrue: (token: number) => boolean): number {
    let [low, high] = [0, this.#tokens.length / 2]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isTrue(middle)) low = middle + 1
      else high = middle
    }
    return low
  }
}
