import { forbiddenControls } from '../decode.ts'

/** Letters as fonts have them in Arabic and Hebrew, by their place in a word, and the ligatures of Latin. */
const shapes = /[\ufb00-\ufb06\ufb1d-\ufdff\ufe70-\ufefc]+/g

/** The letters that a reader means by the shapes that a PDF names; nothing else is normalised. */
export function cleanLetters(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/\r\n?|\n/g, ' ')
    .replace(forbiddenControls, '\ufffd')
    .replace(shapes, (letters) => letters.normalize('NFKC'))
}

/** A letter of a script that is written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u

/** What stands between two lines of a paragraph. */
export function spaceBetween(before: string, after: string): '' | ' ' {
  const last = [...before.slice(-2)].at(-1) ?? ''
  const first = [...after.slice(0, 2)][0] ?? ''
  return unspaced.test(last) && unspaced.test(first) ? '' : ' '
}
