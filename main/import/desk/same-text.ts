import { createHash } from 'node:crypto'
import type { DocumentId } from '../../../preload/contract/ids.ts'

/** In UTF-16 code units: a text is copied several times on the way to its key, so no more than this of it at a time. */
const piece = 1_000_000

/**
 * What is left of a text when how it is set is forgotten: its letters and digits, small, in their order, as a hash.
 * The same words with other quotes, dashes, spaces or line ends give the same; so does a PDF beside its Word file.
 */
export function textKey(text: string, most = piece): string {
  const hash = createHash('sha256')
  // What normalizing and small letters depend on never reaches across a blank.
  const blank = /[ \n]/g
  for (let from = 0; from < text.length; ) {
    blank.lastIndex = from + most
    const end = blank.test(text) ? blank.lastIndex : text.length
    const part = text.slice(from, end).normalize('NFKC').toLowerCase()
    hash.update(part.replace(/[^\p{L}\p{N}]+/gu, ''))
    from = end
  }
  return hash.digest('base64')
}

interface KnownText {
  id: DocumentId
  words: number
}

/**
 * The documents of a project by what their texts say. Only those with about as many words are read at all, each once:
 * punctuation may join or part a word in a hundred.
 */
export class KnownTexts {
  readonly #known: readonly KnownText[]
  readonly #read: (id: DocumentId) => string
  #keys = new Map<DocumentId, string>()

  constructor(known: readonly KnownText[], read: (id: DocumentId) => string) {
    this.#known = [...known].sort((a, b) => a.words - b.words)
    this.#read = read
  }

  /** The first document whose text has this key, if there is one. */
  find(wanted: string, words: number): DocumentId | undefined {
    const spread = Math.ceil(words / 100)
    for (let at = this.#firstWith(words - spread); at < this.#known.length; at++) {
      const { id, words: count } = this.#known[at]!
      if (count > words + spread) return undefined
      if (this.#keyOf(id) === wanted) return id
    }
    return undefined
  }

  #keyOf(id: DocumentId): string {
    const key = this.#keys.get(id) ?? textKey(this.#read(id))
    this.#keys.set(id, key)
    return key
  }

  /** Index of the first with at least so many words, by halving. */
  #firstWith(words: number): number {
    let [low, high] = [0, this.#known.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#known[middle]!.words < words) low = middle + 1
      else high = middle
    }
    return low
  }
}
