import { spaceBetween } from './letters.ts'

/** What became of words that were divided at the end of a line. */
export interface Divisions {
  /** As they read now. */
  joined: string[]
  /** Words that are written with a hyphen anyway. */
  kept: string[]
}

const divided = /(\p{L}[\p{L}\p{M}’']*)([-\u00ad\u2010])$/u
const firstWord = /^\p{L}[\p{L}\p{M}’']*/u
/** Words after a hyphen that stands for a part left out: “Vor- und Nachteile”. */
const afterSuspended = /^(?:und|oder|bzw|sowie|bis|and|or|to|et|ou|y|o|e|en|of|och|og)$/i

/** How often words are written, by which a hyphen at the end of a line is judged. */
export class WrittenWords {
  #words = new Set<string>()

  /** `text` is one line; its last word may be half of one and does not count. */
  add(text: string): void {
    const whole = divided.test(text) ? text.replace(/\S+$/, '') : text
    for (const [found] of whole.matchAll(/\p{L}[\p{L}\p{M}’'-]*/gu)) {
      const word = found.toLowerCase()
      this.#words.add(word)
      // “State-of-the-art” may be broken at any of its hyphens.
      const parts = word.split('-')
      if (parts.length > 2)
        for (const [at, part] of parts.entries()) this.#words.add(`${part}-${parts[at + 1]}`)
    }
  }

  has(word: string): boolean {
    return this.#words.has(word.toLowerCase())
  }
}

/** What stands between a line and the next one, and how much of the line’s end goes. */
export interface Seam {
  /** Letters to drop from the end of the line. */
  drop: number
  between: '' | ' '
}

/** How two lines of a paragraph are joined; notes in `divisions` what happened to a word between them. */
export function seamOf(
  text: string,
  next: string,
  { words, divisions }: { words: WrittenWords; divisions: Divisions },
): Seam {
  const found = divided.exec(text)
  if (!found) return { drop: 0, between: spaceBetween(text, next) }
  const [, head = '', sign] = found
  const tail = firstWord.exec(next)?.[0] ?? ''
  if (tail === '') return { drop: 0, between: /^\d/.test(next) ? '' : ' ' }
  if (afterSuspended.test(tail)) return { drop: 0, between: ' ' }
  const isOne = sign === '\u00ad' || (!isInAddress(text) && isDivision(head, tail, words))
  divisions[isOne ? 'joined' : 'kept'].push(isOne ? head + tail : `${head}-${tail}`)
  return { drop: isOne ? 1 : 0, between: '' }
}

/** Paths of files and addresses of the web are broken at a hyphen of theirs and never divided as words are. */
function isInAddress(text: string): boolean {
  const run = /\S+$/.exec(text)?.[0].replace(/^[^\p{L}\p{N}/~]+/u, '') ?? ''
  return /^(?:~?\/|www\.|\p{L}+:\/\/)|\/.*\/|_/u.test(run)
}

function isDivision(head: string, tail: string, words: WrittenWords): boolean {
  if (words.has(head + tail)) return true
  if (words.has(`${head}-${tail}`)) return false
  // Names like “Smith-Jones” keep it; words in capitals are divided like others.
  return /^\p{Ll}/u.test(tail) || (/^\p{Lu}{2,}$/u.test(head) && /^\p{Lu}+/u.test(tail))
}
