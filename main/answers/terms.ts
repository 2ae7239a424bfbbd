/**
 * Words as they are compared. Inflected forms meet by their beginnings, which needs no dictionary and does for all
 * languages of Europe what a stemmer does for one; what it costs is told in docs/answers.md.
 */

/** Letters with their marks and the digits after them (G7), or a number with the signs inside it. An apostrophe parts words: l’eau, didn’t. */
export const wordPattern = /\d+(?:[.,\u00a0\u202f'’]\d+)*|[\p{L}\p{M}]+\d*/gu

/** Letters that a word keeps. */
const kept = 6
const surrogate = /[\ud800-\udfff]/

/** Small letters, without accents. Two spellings of one word become the same. */
export function folded(word: string): string {
  if (/^[a-z0-9]*$/.test(word)) return word
  return word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')
}

export const isNumber = (word: string): boolean => /^\d/.test(word)

/** Digits that are the sign of a note rather than part of a name such as `G7`, `CO2` or `COP26`. */
const noteSign = /(?<=[\p{L}\p{M}]{2}[\p{Ll}\p{M}]|[\p{L}\p{M}]{4})\d+$/u

/**
 * What a word counts as: a number by its value as written anywhere in Europe, another word by its beginning, without the
 * number of a note behind it (`tram12`).
 */
export function termOf(word: string): string {
  if (isNumber(word)) return plainNumber(word)
  const whole = folded(/\d$/.test(word) ? word.replace(noteSign, '') : word)
  return surrogate.test(whole) ? [...whole].slice(0, kept).join('') : whole.slice(0, kept)
}

/** `12,500`, `12.500` and `12 500` are one number, `12,5` and `12.5` another. */
export function plainNumber(written: string): string {
  const grouped = /^\d{1,3}(?:([.,\u00a0\u202f'’])\d{3})(?:\1\d{3})*$/.test(written)
  if (grouped) return written.replace(/\D/gu, '')
  const [whole = '', ...rest] = written.split(/[^\d]/u)
  const decimal = rest.pop()
  return decimal === undefined ? whole : `${whole}${rest.join('')}.${decimal}`
}

/** Begins with a capital letter and is no single letter. */
export const isCapitalized = (word: string): boolean => /^\p{Lu}./u.test(word)
