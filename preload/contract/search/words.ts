// What a word is, for the index, the query and the counts alike. It agrees with “whole words” of the find bar: letters,
// digits, marks and the underscore make a word; an apostrophe or a hyphen ends it. Scripts that write no space between
// words (Han, kana, Thai, Lao, Khmer, Burmese) give a word for each character, so that nothing in them is missed.

const joins = 1
const alone = 2
const mark = 3
/** Soft hyphens, word joiners, marks of direction: inside a word they are part of it. */
const unseen = 4

const unspaced =
  /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}\u3005\u30fc]$/u
const letters = /^[\p{L}\p{N}_]$/u
const marks = /^\p{M}$/u
const unseenSigns = /^[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]$/u

let kinds: Uint8Array | null = null
const beyond = new Map<number, number>()

function kindOf(sign: string): number {
  if (unseenSigns.test(sign)) return unseen
  if (marks.test(sign)) return mark
  if (unspaced.test(sign) && letters.test(sign)) return alone
  return letters.test(sign) ? joins : 0
}

/** Whether a sign is of a script that writes no space between words, and so a word by itself. */
export const isUnspaced = (sign: string): boolean => unspaced.test(sign)

/** For every code unit, surrogates left out; made at first use. */
function kindsOfUnits(): Uint8Array {
  if (kinds) return kinds
  kinds = new Uint8Array(0x10000)
  for (let unit = 0; unit < 0x10000; unit++) {
    if (unit < 0xd800 || unit > 0xdfff) kinds[unit] = kindOf(String.fromCharCode(unit))
  }
  return kinds
}

function kindBeyond(point: number): number {
  const known = beyond.get(point)
  if (known !== undefined) return known
  const kind = kindOf(String.fromCodePoint(point))
  beyond.set(point, kind)
  return kind
}

/** Calls `take` for each word in order, with its offsets in UTF-16 code units, end exclusive. */
export function eachWord(text: string, take: (start: number, end: number) => void): void {
  const table = kindsOfUnits()
  let start = -1
  /** The end of the word so far, without unseen signs that nothing follows. */
  let end = 0
  let isAlone = false
  for (let at = 0; at < text.length; ) {
    let unit = text.charCodeAt(at)
    let next = at + 1
    let kind = table[unit]!
    if (unit >= 0xd800 && unit <= 0xdbff && next < text.length) {
      unit = text.codePointAt(at)!
      if (unit > 0xffff) {
        next = at + 2
        kind = kindBeyond(unit)
      }
    }
    if (start >= 0 && (kind === 0 || kind === alone || (isAlone && kind === joins))) {
      take(start, end)
      start = -1
    }
    if (kind !== 0 && kind !== unseen) {
      if (start < 0) {
        start = at
        isAlone = kind === alone
      }
      end = next
    }
    at = next
  }
  if (start >= 0) take(start, end)
}

/** The words of a short text. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  eachWord(text, (start, end) => words.push(text.slice(start, end)))
  return words
}
