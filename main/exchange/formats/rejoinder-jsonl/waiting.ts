import type { Span } from '../../../../preload/contract/text.ts'
import type * as Data from '../../dataset.ts'
import { mostAtHand } from '../../spool/latest.ts'

/** An annotation as it was read, not yet held against its text. */
export interface Unchecked {
  line: number
  /** Its spans are in code points still. */
  annotation: Data.Annotation
  utf16: readonly Span[]
  quote: readonly string[]
}

/** What each takes beside its words, about, in UTF-16 code units. */
const shell = 100

/**
 * Annotations whose texts are not at hand. They are checked text by text, so that each text is fetched once for many
 * of them, in whatever order the file has them.
 */
export class Waiting {
  #byDocument = new Map<string, Unchecked[]>()
  #length = 0

  add(one: Unchecked): void {
    const { document } = one.annotation
    const those = this.#byDocument.get(document)
    if (those) those.push(one)
    else this.#byDocument.set(document, [one])
    this.#length += one.quote.reduce((sum, words) => sum + words.length, shell)
  }

  /** Whether they are as much as should be held. */
  get isMuch(): boolean {
    return this.#length > mostAtHand
  }

  /** Each once, text by text; it pauses after each text. Nobody waits any more when it begins. */
  *checked(check: (one: Unchecked) => void): Generator<void, void> {
    const all = this.#byDocument
    this.#byDocument = new Map()
    this.#length = 0
    for (const those of all.values()) {
      for (const one of those) check(one)
      yield
    }
  }
}
