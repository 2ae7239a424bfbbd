import { foldText } from './fold-text.ts'
import type { Folding } from './letters.ts'
import type { Query } from './query.ts'

/** What is run over the folded text, or why there is nothing to run, in a sentence. */
export type Compiled = { search: RegExp } | { problem: string }

// Scripts that write no space between words; there a list of words decides, not the neighbouring letters.
const unspaced =
  '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmr}\\p{sc=Mymr}\\u3005\\u30fc]'
const letter = `(?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}_])`
/** Holds wherever not both sides are letters of one word. */
const wordEdge = `(?:(?<!${letter})|(?!${letter}))`
// Else a letter would be found in one that has a mark which tells it apart.
const noMarkFollows = '(?!\\p{M})'

export const unspacedLetter = new RegExp(unspaced, 'u')
export const anyLetter = /[\p{L}\p{N}\p{M}_]/u

/** The folding of text and query: with all letters told apart that the query tells apart. */
export function foldingOf({ kind, matchCase, matchAccents }: Query, isTurkic: boolean): Folding {
  const isExpression = kind === 'expression'
  return {
    // An expression has its own way to pass over case.
    ignoreCase: !matchCase && !isExpression,
    ignoreAccents: !matchAccents,
    ignoreForms: !isExpression,
    isTurkic,
  }
}

/**
 * `hasMarks`: whether marks stand in what is searched. Where none do, a single word is looked for as it is, in half the
 * time of an expression.
 */
export function compile(query: Query, folding: Folding, hasMarks = true): Compiled {
  const { words, kind, wholeWords, matchCase } = query
  if (kind === 'expression') {
    const source = folding.ignoreAccents ? foldText(words, folding).text : words
    return compileExpression(source, wholeWords, matchCase)
  }
  const folded = foldText(words, folding).text.trim()
  const alternatives =
    kind === 'words'
      ? [...new Set(folded.split(/\s+/u))].sort((a, b) => b.length - a.length).map(escaped)
      : [folded.split(/\s+/u).map(escaped).join('\\s+')]
  const body = alternatives.filter((one) => one !== '').join('|')
  if (body === '') return { problem: 'This has no letter to look for.' }
  if (!hasMarks && !wholeWords) return { search: new RegExp(body, 'gu') }
  const edge = wholeWords ? wordEdge : ''
  return { search: new RegExp(`${edge}(?:${body})${noMarkFollows}${edge}`, 'gu') }
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function compileExpression(source: string, wholeWords: boolean, matchCase: boolean): Compiled {
  const flags = `gm${matchCase ? '' : 'i'}`
  try {
    // On its own first, so that a bracket too many cannot close ours.
    new RegExp(source, `${flags}u`)
    const whole = wholeWords ? `${wordEdge}(?:${source})${wordEdge}` : source
    return { search: new RegExp(whole, `${flags}u`) }
  } catch (cause) {
    const lenient = wholeWords ? undefined : withoutUnicode(source, flags)
    return lenient ? { search: lenient } : { problem: problemOf(cause) }
  }
}

/** Other programs let a sign be escaped that needs it not; so do we, where nothing else is wrong. */
function withoutUnicode(source: string, flags: string): RegExp | undefined {
  if (/\\[pPu]/.test(source)) return undefined
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}

const problems: readonly [RegExp, string][] = [
  [/Unterminated group/, 'A bracket “(” is opened and not closed.'],
  [/Unmatched '\)'/, 'A bracket “)” is closed that was not opened.'],
  [/Unterminated character class/, 'A bracket “[” is opened and not closed.'],
  [/Lone quantifier brackets/, 'A brace “{” or “}” stands alone; write “\\{” to look for the brace itself.'],
  [/Incomplete quantifier/, 'A brace “{” is opened and not closed.'],
  [/Nothing to repeat/, 'A “*”, “+”, “?” or “{” has nothing before it to repeat.'],
  [/numbers out of order/, 'In “{…}” the smaller number comes first.'],
  [/Range out of order/, 'A range in “[…]” runs backwards, as “z-a” does.'],
  [/Invalid character class/, 'A range in “[…]” has a class such as “\\w” at one end.'],
  [/\\ at end of pattern/, 'It ends with a “\\” that escapes nothing.'],
  [/Invalid property name/, 'There is no such property in “\\p{…}”; “\\p{L}” is any letter.'],
  [
    /Invalid (Unicode )?escape|Invalid decimal escape|Invalid class escape/,
    'A “\\” stands before a sign that it means nothing with.',
  ],
  [
    /Invalid named (reference|capture)|Invalid capture group name/,
    'A name in “\\k<…>” or “(?<…>…)” does not fit.',
  ],
  [/Duplicate capture group name/, 'Two groups have the same name.'],
  [/Invalid group|Invalid flag/, 'What stands after “(?” is not known.'],
]

function problemOf(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : ''
  return problems.find(([sign]) => sign.test(message))?.[1] ?? 'This is not a regular expression.'
}
