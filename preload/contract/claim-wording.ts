const closing = /[\s.!。．｡！।۔]+$/u
const quoted = /^["“”„«»](.*)["“”«»]$/su

/**
 * What two statements have in common that are one and the same claim: they differ at most in case, white space, full
 * stops and exclamation marks at the end, and quotation marks around the whole. All else may make another claim of it:
 * an accent, a vowel sign, a sign before a number, a question mark.
 */
export function claimWording(statement: string): string {
  const plain = statement.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim()
  return plain.replace(closing, '').replace(quoted, '$1').replace(closing, '').trim()
}
