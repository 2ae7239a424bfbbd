import { type Folding, foldSequence } from './letters.ts'

/** A text as it is compared, and the way back from its offsets to those of the source. */
export interface FoldedText {
  text: string
  /** Where in the source the sequence begins that the character at a folded offset comes from. */
  toStart(offset: number): number
  /** Where in the source the sequence ends that the character before a folded offset comes from. */
  toEnd(offset: number): number
}

const same = (offset: number) => offset

/**
 * Folds a text sequence by sequence. Sequences that become longer or shorter are remembered, so that every folded
 * offset leads back to the edges of a whole sequence.
 */
export function foldText(source: string, folding: Folding): FoldedText {
  if (isAscii(source)) {
    return { text: folding.ignoreCase ? lowerAscii(source, folding) : source, toStart: same, toEnd: same }
  }
  const out = new Units(source.length + 64)
  const irregular = new Irregular()
  const known = new Map<number, string>()

  for (let at = 0; at < source.length; ) {
    const unit = source.charCodeAt(at)
    const next = source.charCodeAt(at + 1)
    if (unit < 0x80 && !(next >= 0x300) && !(folding.isTurkic && unit === 0x49)) {
      out.push(folding.ignoreCase && unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : unit)
      at++
      continue
    }
    const end = sequenceEnd(source, at)
    const point = source.codePointAt(at)!
    const isSingle = end - at === (point > 0xffff ? 2 : 1)
    let folded = isSingle ? known.get(point) : undefined
    if (folded === undefined) {
      folded = foldSequence(source.slice(at, end), folding)
      if (isSingle) known.set(point, folded)
    }
    if (folded.length !== end - at) irregular.add(out.length, out.length + folded.length, at, end)
    out.pushAll(folded)
    at = end
  }
  return { text: out.toString(), ...irregular.ways() }
}

const marks = /^\p{M}$/u
const isMarkAt = new Uint8Array(0x10000)

/** The end of the sequence that begins at an offset: a character with its marks, or conjoining jamo. */
function sequenceEnd(source: string, start: number): number {
  let end = start + lengthAt(source, start)
  if (isJamo(source.charCodeAt(start))) while (isJamo(source.charCodeAt(end))) end++
  while (end < source.length && isMark(source, end)) end += lengthAt(source, end)
  return end
}

function lengthAt(source: string, at: number): number {
  return source.codePointAt(at)! > 0xffff ? 2 : 1
}

function isJamo(unit: number): boolean {
  return unit >= 0x1100 && unit <= 0x11ff
}

function isMark(source: string, at: number): boolean {
  const unit = source.charCodeAt(at)
  if (unit < 0x300) return false
  if (unit >= 0xd800 && unit <= 0xdfff) return marks.test(String.fromCodePoint(source.codePointAt(at)!))
  const known = isMarkAt[unit]!
  if (known !== 0) return known === 1
  const is = marks.test(String.fromCharCode(unit))
  isMarkAt[unit] = is ? 1 : 2
  return is
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7f]/.test(text)
}

function lowerAscii(text: string, { isTurkic }: Folding): string {
  return isTurkic ? text.replaceAll('I', 'ı').toLowerCase() : text.toLowerCase()
}

/** Code units that become a string at the end. */
class Units {
  #units: Uint16Array
  length = 0

  constructor(capacity: number) {
    this.#units = new Uint16Array(capacity)
  }

  push(unit: number): void {
    if (this.length === this.#units.length) {
      const longer = new Uint16Array(this.length * 2)
      longer.set(this.#units)
      this.#units = longer
    }
    this.#units[this.length++] = unit
  }

  pushAll(text: string): void {
    for (let at = 0; at < text.length; at++) this.push(text.charCodeAt(at))
  }

  toString(): string {
    return new TextDecoder('utf-16le').decode(this.#units.subarray(0, this.length))
  }
}

/** The sequences whose length changed, in order: their folded and their own beginning and end. */
class Irregular {
  readonly #rows: number[] = []

  add(from: number, to: number, start: number, end: number): void {
    this.#rows.push(from, to, start, end)
  }

  ways(): Pick<FoldedText, 'toStart' | 'toEnd'> {
    const rows = Int32Array.from(this.#rows)
    if (rows.length === 0) return { toStart: same, toEnd: same }
    /** The last row that begins at or before a folded offset; -1 where there is none. */
    const rowAt = (offset: number) => {
      let low = -1
      let high = rows.length / 4 - 1
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if (rows[middle * 4]! <= offset) low = middle
        else high = middle - 1
      }
      return low
    }
    return {
      toStart(offset) {
        const row = rowAt(offset)
        if (row < 0) return offset
        const to = rows[row * 4 + 1]!
        return offset < to ? rows[row * 4 + 2]! : rows[row * 4 + 3]! + offset - to
      },
      toEnd(offset) {
        const row = rowAt(offset - 1)
        if (row < 0) return offset
        const to = rows[row * 4 + 1]!
        const end = rows[row * 4 + 3]!
        return offset <= to ? end : end + offset - to
      },
    }
  }
}
