import { anyLetter, compile, foldingOf, unspacedLetter } from '../../preload/contract/finding/expression.ts'
import { type FoldedText, foldText } from '../../preload/contract/finding/fold-text.ts'
import { type Folding, isTurkic } from '../../preload/contract/finding/letters.ts'
import { isEmpty, type Query } from '../../preload/contract/finding/query.ts'
import type { Stretches } from '../document/index.ts'
import { type Segmenters, segmentersFor } from '../document/painting/segments.ts'

/** `more`: there are more than are listed. */
export type Found = { passages: Stretches; more: boolean } | { problem: string }

/** Beyond this, passages are neither marked nor counted: they would say nothing any more. */
export const mostPassages = 1_000_000

const keptFoldings = 2

interface Searched extends FoldedText {
  /** Whether a mark is left in it: an accent that was not folded away, a vowel sign. */
  hasMarks: boolean
}

/** Looks for passages in one text. What it has folded it keeps, so that every further letter typed costs little. */
export class TextSearch {
  readonly #text: string
  readonly #isTurkic: boolean
  readonly #segmenters: Segmenters
  readonly #folded = new Map<string, Searched>()

  /** `language`: a BCP 47 tag, or ''. */
  constructor(text: string, language: string) {
    this.#text = text
    this.#isTurkic = isTurkic(language)
    this.#segmenters = segmentersFor(text, language)
  }

  /** Stretches begin and end on grapheme clusters; a part of one counts as the whole, and no passage is empty. */
  find(query: Query): Found {
    if (isEmpty(query)) return { passages: noPassages, more: false }
    const folding = foldingOf(query, this.#isTurkic)
    const folded = this.#foldedBy(folding)
    const compiled = compile(query, folding, folded.hasMarks)
    if ('problem' in compiled) return compiled
    const found = new FoundList()
    for (const [start, end] of this.#matches(compiled.search, folded)) {
      if (query.wholeWords && !this.#areWords(start, end)) continue
      if (!found.add(start, end)) return { passages: found.passages(), more: true }
    }
    return { passages: found.passages(), more: false }
  }

  /** Prepares for a query like this one. */
  prepare(query: Query): void {
    this.#foldedBy(foldingOf(query, this.#isTurkic))
  }

  #foldedBy(folding: Folding): Searched {
    const key = JSON.stringify(folding)
    const folded = this.#folded.get(key) ?? this.#fold(folding)
    this.#folded.delete(key)
    this.#folded.set(key, folded)
    for (const oldest of this.#folded.keys())
      if (this.#folded.size > keptFoldings) this.#folded.delete(oldest)
    return folded
  }

  #fold(folding: Folding): Searched {
    const folded = foldText(this.#text, folding)
    return { ...folded, hasMarks: /\p{M}/u.test(folded.text) }
  }

  *#matches(search: RegExp, { text, toStart, toEnd }: FoldedText): Generator<[number, number]> {
    search.lastIndex = 0
    for (let match = search.exec(text); match; match = search.exec(text)) {
      const length = match[0].length
      if (length === 0) {
        search.lastIndex += text.codePointAt(match.index)! > 0xffff ? 2 : 1
        continue
      }
      let start = toStart(match.index)
      let end = toEnd(match.index + length)
      while (start < end && this.#text.charCodeAt(start) === lineEnd) start++
      while (end > start && this.#text.charCodeAt(end - 1) === lineEnd) end--
      if (start < end) yield [this.#whole(start, -1), this.#whole(end, 1)]
    }
  }

  #whole(offset: number, side: -1 | 1): number {
    if (isPlain(this.#text.charCodeAt(offset - 1)) && isPlain(this.#text.charCodeAt(offset))) return offset
    return this.#segmenters.wholeCharacter(offset, side)
  }

  #areWords(start: number, end: number): boolean {
    return this.#isWordEdge(start) && this.#isWordEdge(end)
  }

  /** In scripts without spaces; elsewhere the expression has looked already. */
  #isWordEdge(offset: number): boolean {
    const before = this.#text.slice(Math.max(0, offset - 1), offset)
    const after = this.#text.slice(offset, offset + 1)
    if (!anyLetter.test(before) || !anyLetter.test(after)) return true
    if (!unspacedLetter.test(before) && !unspacedLetter.test(after)) return true
    const lineStart = this.#text.lastIndexOf('\n', offset - 1) + 1
    const next = this.#text.indexOf('\n', offset)
    const lineEnds = next < 0 ? this.#text.length : next
    return this.#segmenters
      .words({ start: lineStart, end: lineEnds })
      .some((word) => word.start === offset || word.end === offset)
  }
}

export const noPassages: Stretches = { start: new Int32Array(0), end: new Int32Array(0) }

const lineEnd = 0x0a

/** Between two of these there is always a boundary: letters and signs that neither extend one nor are extended. */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x300 && unit !== 0xad) ||
    (unit >= 0x370 && unit < 0x483) ||
    (unit >= 0x48a && unit < 0x530) ||
    (unit >= 0x5d0 && unit < 0x5eb) ||
    (unit >= 0x620 && unit < 0x64b) ||
    (unit >= 0x3040 && unit < 0x3097) ||
    (unit >= 0x30a0 && unit < 0x3100) ||
    (unit >= 0x3400 && unit < 0xa000) ||
    (unit >= 0xac00 && unit < 0xd7a4) ||
    unit === lineEnd ||
    Number.isNaN(unit)
  )
}

/** Stretches as they come, in order; one that reaches into the one before makes it longer. */
class FoundList {
  #start = new Int32Array(1024)
  #end = new Int32Array(1024)
  #length = 0

  /** Tells whether there was still room. */
  add(start: number, end: number): boolean {
    const last = this.#length - 1
    if (last >= 0 && start < this.#end[last]!) {
      this.#end[last] = Math.max(end, this.#end[last]!)
      this.#start[last] = Math.min(start, this.#start[last]!)
      return true
    }
    if (this.#length === mostPassages) return false
    if (this.#length === this.#start.length) {
      this.#start = longer(this.#start)
      this.#end = longer(this.#end)
    }
    this.#start[this.#length] = start
    this.#end[this.#length++] = end
    return true
  }

  passages(): Stretches {
    return { start: this.#start.slice(0, this.#length), end: this.#end.slice(0, this.#length) }
  }
}

function longer(column: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(column.length * 2)
  grown.set(column)
  return grown
}
