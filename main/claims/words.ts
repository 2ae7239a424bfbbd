import type { Span } from '../../preload/contract/text.ts'

/** A word of a text and where it stands, in UTF-16 code units. Words that differ in their ending alone have one key. */
export interface Word extends Span {
  key: string
}

/** Letters of a word that count: “gardens”, “gardeners” and “garden” are one. */
const stemLength = 6

const pattern = /[\p{L}\p{M}\p{N}]+/gu
/** Written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/** The words of a text in order. Where a script has no spaces, every two letters that stand together are one. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: found, index } of text.matchAll(pattern)) {
    if (unspaced.test(found)) words.push(...pairsOf(found, index))
    else words.push({ key: keyOf(found), start: index, end: index + found.length })
  }
  return words
}

/** Without case, accents and ending. */
export function keyOf(word: string): string {
  const plain = fold(word)
  if (/^\p{N}+$/u.test(plain)) return plain
  const single = plain.length > 3 && /[^s]s$/.test(plain) ? plain.slice(0, -1) : plain
  return [...single].slice(0, stemLength).join('')
}

/** Without case and accents. */
export function fold(words: string): string {
  return words.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase()
}

function* pairsOf(run: string, from: number): Generator<Word> {
  const letters = [...run]
  let at = from
  for (const [i, letter] of letters.entries()) {
    const next = letters[i + 1]
    if (next !== undefined) {
      yield { key: fold(letter + next), start: at, end: at + letter.length + next.length }
    } else if (i === 0) yield { key: fold(letter), start: at, end: at + letter.length }
    at += letter.length
  }
}
