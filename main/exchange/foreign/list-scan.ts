const sign = {
  ...{ lineEnd: 0x0a, quote: 0x22, comma: 0x2c, backslash: 0x5c },
  ...{ bracket: 0x5b, bracketEnd: 0x5d, brace: 0x7b, braceEnd: 0x7d },
}

/** A stretch of the bytes of a JSON value. */
export interface Stretch {
  bytes: Uint8Array
  /** The number of the list that it is in; null outside of all, where its brackets stand. */
  list: number | null
  /** What comes behind it: nothing as long as the member goes on. */
  before: 'comma' | 'end' | null
  /** Where the member begins that it is part of: lines from 1, and how many UTF-16 code units stand before it there. */
  line: number
  column: number
}

/**
 * Goes through a JSON value as its bytes come, and tells where its outer lists and their members end. Outer are those
 * lists around which only objects stand; they are numbered in their order. It takes every value for sound.
 */
export class ListScan {
  #list = -1
  /** Of objects and lists, itself included, in the list that it is in. */
  #depth = 0
  #isInString = false
  #isEscaped = false
  #line = 1
  #column = 0
  #begun = { line: 1, column: 0 }

  #stretch(bytes: Uint8Array, list: number | null, before: Stretch['before']): Stretch {
    return { bytes, list, before, ...this.#begun }
  }

  /** To be gone through to its end before the next one. */
  *read(bytes: Uint8Array): Generator<Stretch> {
    let [from, depth, isInString, isEscaped] = [0, this.#depth, this.#isInString, this.#isEscaped]
    let [line, column] = [this.#line, this.#column]
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (byte === sign.lineEnd) {
        line += 1
        column = 0
      } else if ((byte & 0xc0) !== 0x80) column += byte >= 0xf0 ? 2 : 1
      if (isInString) {
        if (isEscaped) isEscaped = false
        else if (byte === sign.backslash) isEscaped = true
        else if (byte === sign.quote) isInString = false
        continue
      }
      if (byte === sign.quote) isInString = true
      else if (byte === sign.bracket || byte === sign.brace) {
        if (depth > 0) depth += 1
        else if (byte === sign.bracket) {
          yield this.#stretch(bytes.subarray(from, at + 1), null, null)
          this.#list += 1
          depth = 1
          from = at + 1
          this.#begun = { line, column }
        }
      } else if (byte === sign.bracketEnd || byte === sign.braceEnd) {
        if (depth === 0) continue
        depth -= 1
        if (depth > 0) continue
        yield this.#stretch(bytes.subarray(from, at), this.#list, 'end')
        from = at
      } else if (byte === sign.comma && depth === 1) {
        yield this.#stretch(bytes.subarray(from, at), this.#list, 'comma')
        from = at + 1
        this.#begun = { line, column }
      }
    }
    yield this.#stretch(bytes.subarray(from), depth > 0 ? this.#list : null, null)
    this.#depth = depth
    this.#isInString = isInString
    this.#isEscaped = isEscaped
    this.#line = line
    this.#column = column
  }
}
