// Letters of scripts that run from right to left; beyond the basic plane the first halves of their pairs.
const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\ud802\ud803\ud83a\ud83b]/
// Digits run from left to right, those of Arabic scripts too.
const digit = /\p{Nd}/u
const letter = /\p{L}/u

let last = { text: '', has: false }

/** Whether any of the text is written from right to left. Asked again for the same text it costs nothing. */
export function hasRightToLeft(text: string): boolean {
  if (last.text !== text) last = { text, has: rightToLeftLetter.test(text) }
  return last.has
}

/** Whether the character at an offset runs from right to left; null for signs, which go with what stands around. */
export function runsRightToLeft(text: string, offset: number): boolean | null {
  const character = text[offset] ?? ''
  if (digit.test(character)) return false
  if (rightToLeftLetter.test(character)) return true
  return letter.test(character) ? false : null
}

const lettersAsked = 200

/** Whether more of a text runs from right to left than from left to right; asks letters all over it. */
export function isMostlyRightToLeft(text: string): boolean {
  if (!hasRightToLeft(text)) return false
  const step = Math.max(1, Math.floor(text.length / lettersAsked))
  let balance = 0
  for (let at = 0; at < text.length; at += step) {
    const runs = runsRightToLeft(text, at)
    if (runs !== null) balance += runs ? 1 : -1
  }
  return balance > 0
}
