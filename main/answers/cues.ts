import { folded } from './terms.ts'

/** Finds the cues of one list in a sentence, as they stand there. */
export type CueFinder = (sentence: string) => string[]

/**
 * Cues are whole words or several in a row, whatever their case and accents; a star at an end stands for letters.
 * Words of any script.
 */
export function cueFinder(cues: readonly string[]): CueFinder {
  const patterns = cues.map(patternOf).filter((pattern) => pattern !== '')
  if (patterns.length === 0) return () => []
  // The longest first, so that “did not” is told and not “not” alone.
  const alternatives = patterns.sort((a, b) => b.length - a.length).join('|')
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'gu')
  return (sentence) => [...sentence.normalize('NFC').matchAll(expression)].map(([cue]) => cue)
}

/** Of one cue, with every letter that may have an accent in both forms. */
function patternOf(cue: string): string {
  const words = cue.normalize('NFC').trim().toLowerCase().split(/\s+/u)
  return words
    .map((word) => [...word].map(letterPattern).join(''))
    .filter(Boolean)
    .join('\\s+')
}

function letterPattern(letter: string): string {
  if (letter === '*') return "[\\p{L}\\p{M}’']*"
  if (letter === '’' || letter === "'") return "[’']"
  if (!/\p{L}/u.test(letter)) return letter.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
  const forms = new Set([letter, letter.toUpperCase(), ...[folded(letter)].filter((one) => one.length === 1)])
  return `[${[...forms].filter((one) => one.length === 1).join('')}]`
}
