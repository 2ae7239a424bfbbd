import { eachWord, isUnspaced } from '../../preload/contract/search/words.ts'
import { plainNumber } from '../answers/terms.ts'

/**
 * A text as it is compared: its words in order, each as a number that is the same for the same word whatever its case,
 * accents, letter forms and soft hyphens; punctuation and quotation marks are none. In scripts without spaces each
 * character is a unit, and its number is odd. Offsets in UTF-16 code units, end exclusive.
 */
export interface Units {
  hash: Int32Array
  start: Int32Array
  end: Int32Array
}

/** What a unit counts: a word twice as much as one character of a script without spaces. */
export const weightOf = (hash: number): 1 | 2 => ((hash & 1) === 1 ? 1 : 2)

let room = new Int32Array(3 << 16)

export function unitsOf(text: string): Units {
  let count = 0
  const add = (start: number, end: number) => {
    if (3 * count + 3 > room.length) {
      const wider = new Int32Array(room.length * 2)
      wider.set(room)
      room = wider
    }
    room[3 * count] = hashOf(text, start, end)
    room[3 * count + 1] = start
    room[3 * count + 2] = end
    count += 1
  }
  let heldStart = -1
  let heldEnd = -1
  eachWord(text, (start, end) => {
    if (heldEnd >= 0) {
      if (start === heldEnd + 1 && isSeparated(text, heldEnd)) {
        heldEnd = end
        return
      }
      add(heldStart, heldEnd)
    }
    heldStart = start
    heldEnd = end
  })
  if (heldEnd >= 0) add(heldStart, heldEnd)
  const column = (at: number) => Int32Array.from({ length: count }, (_, unit) => room[3 * unit + at]!)
  return { hash: column(0), start: column(1), end: column(2) }
}

/** Whether a sign stands within a number: 12,500. */
function isSeparated(text: string, at: number): boolean {
  const sign = text.charCodeAt(at)
  // , . ' ’ and the two spaces that do not break
  const separates =
    sign === 44 || sign === 46 || sign === 39 || sign === 0x2019 || sign === 0xa0 || sign === 0x202f
  return separates && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = start; at < end; at++) {
    let code = text.charCodeAt(at)
    if (code >= 65 && code <= 90) code += 32
    else if (!((code >= 97 && code <= 122) || isDigit(code) || code === 95))
      return foldedHash(text.slice(start, end))
    hash = Math.imul(hash ^ code, 0x01000193)
  }
  return mixed(hash)
}

const folded = new Map<string, number>()
/** Spellings that are kept with their numbers; a million fit into some hundred megabytes, which nobody wants. */
const mostKept = 200_000

function foldedHash(sliced: string): number {
  const known = folded.get(sliced)
  if (known !== undefined) return known
  if (folded.size === mostKept) folded.clear()
  // A copy: what was cut out of a text would keep that text in memory.
  const word = ` ${sliced}`.slice(1)
  const plain = comparable(word)
  let hash = 0x811c9dc5
  for (let at = 0; at < plain.length; at++) hash = Math.imul(hash ^ plain.charCodeAt(at), 0x01000193)
  const unit = isUnspaced(String.fromCodePoint(word.codePointAt(0)!)) ? mixed(hash) | 1 : mixed(hash)
  folded.set(word, unit)
  return unit
}

/** A word or number as it is compared. */
function comparable(word: string): string {
  if (/^\d+(?:[.,'’\u00a0\u202f]\d+)+$/u.test(word)) return plainNumber(word)
  return word
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ς', 'σ')
}

/** Spread over all bits; even. */
function mixed(hash: number): number {
  let bits = hash
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d)
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39)
  return (bits ^ (bits >>> 15)) & ~1
}
