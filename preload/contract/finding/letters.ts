// What counts as the same letter in a search. A sequence is a character with the marks that follow it.

/** Which differences between letters are passed over. */
export interface Folding {
  ignoreCase: boolean
  ignoreAccents: boolean
  /**
   * Also quotation marks and dashes of every kind, ligatures, full and half width, Arabic presentation forms, and
   * signs that cannot be seen. Not for regular expressions, which name characters as they are.
   */
  ignoreForms: boolean
  /** In Turkish and Azerbaijani I belongs to ı, and İ to i. */
  isTurkic: boolean
}

// Accents and vowel signs that a reader may leave out. Not the marks that make another letter: vowel signs of Indic
// and Thai script, the voicing of kana, nor the breve of й.
const accents = characters(
  '0300-0305 0307-036f 0591-05bd 05bf 05c1 05c2 05c4 05c5 05c7 0610-061a 064b-065f 0670 06d6-06dc 06df-06e4 06e7',
  '06e8 06ea-06ed 0730-074a 08d3-08e1 08e3-08ff 1ab0-1aff 1dc0-1dff fe20-fe2f',
)
const breve = /(?<![иИ])\u0306/gu

const withoutAccent: Record<string, string> = {
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ħ: 'h',
  Ħ: 'H',
}
const accented = new RegExp(`[${Object.keys(withoutAccent).join('')}]`, 'gu')

// Soft hyphens, word joiners, marks of direction, variation selectors.
const unseen = characters('00ad 061c 200b 200e 200f 202a-202e 2060 2066-2069 fe00-fe0f feff e0100-e01ef')
const otherForms = /[\u3000\ufb00-\ufdff\ufe70-\ufefe\uff01-\uffee]/u
const singleQuotes = /[\u2018\u2019\u201a\u201b\u02bc\u2032\u2039\u203a]/gu
const doubleQuotes = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/gu
const dashes = /[\u2010-\u2015\u2212\u058a\u05be]/gu

/** What a sequence is compared by; '' where it is passed over altogether. */
export function foldSequence(sequence: string, folding: Folding): string {
  const { ignoreCase, ignoreAccents, ignoreForms, isTurkic } = folding
  let folded = sequence
  if (ignoreForms) folded = withoutForms(folded)
  if (ignoreAccents) folded = withoutAccents(folded, isTurkic)
  if (ignoreCase) folded = lowerCased(folded, isTurkic)
  return folded.normalize('NFC')
}

function withoutForms(sequence: string): string {
  const seen = sequence.replace(unseen, '')
  return (otherForms.test(seen) ? seen.normalize('NFKC') : seen)
    .replace(singleQuotes, "'")
    .replace(doubleQuotes, '"')
    .replace(dashes, '-')
}

function withoutAccents(sequence: string, isTurkic: boolean): string {
  // In Turkish the dots are no accents.
  if (isTurkic && /^[Iİıi]/u.test(sequence)) return sequence
  return sequence
    .normalize('NFD')
    .replace(accents, '')
    .replace(breve, '')
    .replace(accented, (letter) => withoutAccent[letter]!)
    .replaceAll('ı', 'i')
}

/** By way of upper case, so that ß becomes ss and the forms of sigma one. */
function lowerCased(sequence: string, isTurkic: boolean): string {
  let lower = ''
  for (const letter of sequence.normalize('NFC')) {
    if (letter === 'ı') lower += letter
    else if (isTurkic && letter === 'I') lower += 'ı'
    else if (isTurkic && letter === 'İ') lower += 'i'
    else lower += letter.toUpperCase().toLowerCase().replaceAll('ς', 'σ')
  }
  return lower
}

export function isTurkic(language: string): boolean {
  return /^(tr|az)(-|$)/i.test(language)
}

/** One of the characters that are named by their numbers. */
function characters(...ranges: string[]): RegExp {
  const listed = ranges.join(' ').replace(/[0-9a-f]+/g, '\\u{$&}')
  return new RegExp(`[${listed.replaceAll(' ', '')}]`, 'gu')
}
