import { splitsCharacter } from '../../../db/anchors.ts'
import type { Span } from '../../../preload/contract/text.ts'

/** No more than this many places are looked at for one passage. */
const mostPlaces = 2000

/** A text in which many passages are looked for, as they are written or nearly so. */
export class SearchedText {
  readonly text: string
  #folded: Folded | undefined

  constructor(text: string) {
    this.text = text
  }

  /** Where words stand just as they are written, from an offset on, in their order. */
  exactly(words: string, from: number): Span[] {
    const found: Span[] = []
    for (const at of placesOf(words, this.text, from)) {
      this.#add(found, { start: at, end: at + words.length })
    }
    return found
  }

  /** Whatever the spaces, quotation marks, dashes and soft hyphens. */
  nearly(words: string, from: number): Span[] {
    this.#folded ??= folded(this.text)
    const { text, starts } = this.#folded
    const sought = folded(words.trim()).text
    const found: Span[] = []
    for (const at of placesOf(sought, text, firstFrom(starts, from))) {
      this.#add(found, { start: starts[at]!, end: starts[at + sought.length - 1]! + 1 })
    }
    return found
  }

  #add(found: Span[], span: Span): void {
    if (!splitsCharacter(this.text, span.start) && !splitsCharacter(this.text, span.end)) found.push(span)
  }
}

function* placesOf(words: string, text: string, from: number): Generator<number> {
  if (words === '') return
  let at = text.indexOf(words, from)
  for (let count = 0; at >= 0 && count < mostPlaces; count += 1) {
    yield at
    at = text.indexOf(words, at + 1)
  }
}

/** A text in which what is written in several ways is written in one, and where each of its code units was. */
interface Folded {
  text: string
  starts: Int32Array
}

function folded(text: string): Folded {
  const units = new Uint16Array(text.length)
  const starts = new Int32Array(text.length)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = foldedUnit(text.charCodeAt(at))
    if (unit === 0xad || (unit === 0x20 && length > 0 && units[length - 1] === 0x20)) continue
    units[length] = unit
    starts[length] = at
    length += 1
  }
  // A decoder of text would not keep half characters.
  const bytes = Buffer.from(units.buffer, 0, length * 2)
  return { text: bytes.toString('utf16le'), starts: starts.subarray(0, length) }
}

const folds = new Map<number, number>(
  [
    ['"', '“”„«»'],
    ["'", '‘’‚'],
    ['-', '‐‑‒–—'],
    [' ', '\t\n\v\f\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff'],
    [' ', '\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a'],
  ].flatMap(([one, others]) => [...others!].map((other) => [other.charCodeAt(0), one!.charCodeAt(0)])),
)

function foldedUnit(unit: number): number {
  return unit > 0x20 && unit < 0xa0 ? unit : (folds.get(unit) ?? unit)
}

/** The first place whose start is at an offset or behind it. */
function firstFrom(starts: Int32Array, offset: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! < offset) low = middle + 1
    else high = middle
  }
  return low
}
