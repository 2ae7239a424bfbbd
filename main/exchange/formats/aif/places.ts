import type { Span } from '../../../../preload/contract/text.ts'

/** Where words stand in a text: the first place, and how many there are (two stand for any more). */
export interface Found {
  span: Span
  places: number
}

/** In UTF-16 code units of text gone through: some seconds, which is more than real graphs ever need. */
const mostText = 4_000_000_000
/** In UTF-16 code units: longer words are not looked for by what the engine has, which may go back each time. */
const longestForEngine = 256

/** Looks for the words of nodes in one text, in a time that is known beforehand whatever the two are. */
export class WordSearch {
  readonly #text: string
  readonly #most: number
  #loose: Loose | undefined
  #gone = 0

  constructor(text: string, most = mostText) {
    this.#text = text
    this.#most = most
  }

  /**
   * The words as they are, else with any white space between them and whatever the letters’ case. Undefined where
   * they are not there; `too-much` where so much was looked for that it has to end.
   */
  find(words: string): Found | undefined | 'too-much' {
    const wanted = words.trim()
    if (wanted === '') return undefined
    this.#gone += 2 * this.#text.length
    if (this.#gone > this.#most) return 'too-much'
    const exact = placesOf(wanted, this.#text)
    if (exact) {
      const { start, places } = exact
      return { span: { start, end: start + wanted.length }, places }
    }
    this.#loose ??= loosened(this.#text)
    const { letters, offsets } = this.#loose
    const like = loosened(wanted).letters
    const found = placesOf(like, letters)
    if (found === undefined) return undefined
    const last = found.start + like.length
    return { span: { start: offsets[found.start]!, end: offsets[last]! }, places: found.places }
  }
}

interface Loose {
  letters: string
  /** Of each of the letters in the text that they are from, and of its end. */
  offsets: Uint32Array
}

/** A text with one space for any white space and without the letters’ case. */
function loosened(text: string): Loose {
  const letters: string[] = []
  const offsets = new Uint32Array(text.length + 1)
  let [at, length, isSpace] = [0, 0, false]
  for (const letter of text) {
    const isAgain = isSpace
    isSpace = (letter <= ' ' || letter > '\x7f') && /\s/.test(letter)
    if (!isSpace || !isAgain) {
      const upper = letter.toUpperCase()
      letters.push(isSpace ? ' ' : upper.length === letter.length ? upper : letter)
      for (let unit = 0; unit < letter.length; unit++) offsets[length++] = at + unit
    }
    at += letter.length
  }
  offsets[length] = at
  return { letters: letters.join(''), offsets }
}

/** The first place of words and whether there are more, in one walk through the text. */
function placesOf(words: string, text: string): { start: number; places: number } | undefined {
  if (words.length > longestForEngine) return placesOfLong(words, text)
  const start = text.indexOf(words)
  if (start < 0) return undefined
  return { start, places: text.indexOf(words, start + 1) < 0 ? 1 : 2 }
}

/** As Knuth, Morris and Pratt do it, which never goes back in the text. */
function placesOfLong(words: string, text: string): { start: number; places: number } | undefined {
  const borders = new Uint32Array(words.length + 1)
  for (let at = 1, border = 0; at < words.length; at++) {
    while (border > 0 && words.charCodeAt(at) !== words.charCodeAt(border)) border = borders[border]!
    if (words.charCodeAt(at) === words.charCodeAt(border)) border++
    borders[at + 1] = border
  }
  let first: number | undefined
  for (let at = 0, matched = 0; at < text.length; at++) {
    while (matched > 0 && text.charCodeAt(at) !== words.charCodeAt(matched)) matched = borders[matched]!
    if (text.charCodeAt(at) === words.charCodeAt(matched)) matched++
    if (matched < words.length) continue
    if (first !== undefined) return { start: first, places: 2 }
    first = at + 1 - words.length
    matched = borders[matched]!
  }
  return first === undefined ? undefined : { start: first, places: 1 }
}
