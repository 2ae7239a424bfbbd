import { splitsCharacter } from '../../../db/anchors.ts'
import type { Span } from '../../../preload/contract/text.ts'
import { type Folded, folded, withoutSpaces } from './folded-text.ts'

/** No more than this many places are looked at for one passage. */
const mostPlaces = 2000

/** Of fewer letters than these the spaces count: “a nice” is not “an ice”. */
const fewestLetters = 12

/** A text in which many passages are looked for, as they are written or nearly so. */
export class SearchedText {
  readonly text: string
  #folded: Folded | undefined
  #spaceless: Folded | undefined

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

  /**
   * Whatever the spaces, quotation marks, dashes and soft hyphens, and however accents are written. Where they are
   * nowhere so, they may also have a space where the text has none, as words have at the end of a line that is none.
   */
  nearly(words: string, from: number): Span[] {
    this.#folded ??= folded(this.text)
    const sought = folded(words.trim())
    const found = this.#inFolded(sought, this.#folded, from)
    if (found.length > 0) return found
    const letters = withoutSpaces(sought)
    if (letters.text.length < fewestLetters) return found
    this.#spaceless ??= withoutSpaces(this.#folded)
    return this.#inFolded(letters, this.#spaceless, from)
  }

  #inFolded({ text: sought }: Folded, { text, starts, ends }: Folded, from: number): Span[] {
    const found: Span[] = []
    for (const at of placesOf(sought, text, firstFrom(starts, from))) {
      this.#add(found, { start: starts[at]!, end: ends[at + sought.length - 1]! })
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
