import type { SearchedText } from './searched-text.ts'

/**
 * Where every form stands: the words of many texts numbered through, and of each form the numbers at which it stands,
 * ascending. Four bytes a word. It is of one moment: texts that come later are not in it, those that have gone are
 * not asked for.
 */
export class Postings {
  readonly #begins = new Map<SearchedText, number>()
  /** Where the places of each form begin; one more than there are forms. */
  readonly #from: Int32Array
  readonly #places: Int32Array
  /** All that are numbered. */
  readonly words: number

  /** `forms`: how many there are, so that each in the texts is below. */
  constructor(texts: Iterable<SearchedText>, forms: number) {
    const from = new Int32Array(forms + 1)
    let words = 0
    for (const text of texts) {
      this.#begins.set(text, words)
      words += text.forms.length
      for (let at = 0; at < text.forms.length; at++) from[text.forms[at]! + 1]!++
    }
    for (let form = 0; form < forms; form++) from[form + 1]! += from[form]!
    const next = from.slice()
    const places = new Int32Array(words)
    for (const [text, begin] of this.#begins) {
      for (let at = 0; at < text.forms.length; at++) places[next[text.forms[at]!]!++] = begin + at
    }
    this.#from = from
    this.#places = places
    this.words = words
  }

  /** The number of the first word of a text; undefined where the text is not in it. */
  beginOf(text: SearchedText): number | undefined {
    return this.#begins.get(text)
  }

  /** The numbers at which any of these forms stands, ascending. */
  placesOf(forms: readonly number[]): Int32Array {
    const lists = forms.map((form) => this.#placesOfOne(form)).filter(({ length }) => length > 0)
    if (lists.length < 2) return lists[0] ?? new Int32Array(0)
    // A bit for each word: lists of any number are merged by one look through the bits.
    const bits = new Int32Array((this.words + 31) >> 5)
    let count = 0
    for (const list of lists) {
      count += list.length
      for (let at = 0; at < list.length; at++) bits[list[at]! >> 5]! |= 1 << (list[at]! & 31)
    }
    const merged = new Int32Array(count)
    let length = 0
    for (let group = 0; group < bits.length; group++) {
      for (let left = bits[group]!; left !== 0; left &= left - 1)
        merged[length++] = (group << 5) + (31 - Math.clz32(left & -left))
    }
    return merged
  }

  #placesOfOne(form: number): Int32Array {
    if (form + 1 >= this.#from.length) return this.#places.subarray(0, 0)
    return this.#places.subarray(this.#from[form]!, this.#from[form + 1]!)
  }
}
