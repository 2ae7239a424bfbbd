import { blank } from './blanks.ts'
import type { Row } from './columns.ts'

/**
 * The text of rows and where each word stands in it. Beside them lies what stands between the words; where nothing
 * does, or other words, there is a space between words and a line end between sentences.
 */
export function textOf(
  rows: readonly Row[],
  breaks: ReadonlySet<number>,
  beside: string | undefined,
): { text: string; extents: number[]; isWhole: boolean } {
  const found = beside === undefined ? undefined : extentsIn(beside, rows)
  if (found) return { text: beside!, extents: found, isWhole: true }
  const extents: number[] = []
  let text = ''
  rows.forEach(({ word }, index) => {
    if (index > 0) text += breaks.has(index) ? '\n' : ' '
    extents.push(text.length, text.length + word.length)
    text += word
  })
  return { text, extents, isWhole: false }
}

/** What treebanks write for brackets, which they need themselves; a text beside the rows may have either. */
const brackets: ReadonlyMap<string, string> = new Map([
  ...[['-LRB-', '('] as const, ['-RRB-', ')'] as const, ['-LSB-', '['] as const],
  ...[['-RSB-', ']'] as const, ['-LCB-', '{'] as const, ['-RCB-', '}'] as const],
])

export const isForBracket = (word: string): boolean => brackets.has(word)

/** Where words begin and end in turn; undefined where the text has anything but white space between them. */
export function extentsIn(text: string, rows: readonly Row[]): number[] | undefined {
  const extents: number[] = []
  let at = 0
  for (const row of rows) {
    const [word, bracket] = [row.word, brackets.get(row.word)]
    const stands = (one: string | undefined): one is string => one !== undefined && text.startsWith(one, at)
    while (at < text.length && !stands(word) && !stands(bracket) && blank.test(text[at]!)) at++
    const found = [word, bracket].find(stands)
    if (found === undefined) return undefined
    extents.push(at, at + found.length)
    at += found.length
  }
  while (at < text.length && blank.test(text[at]!)) at++
  return at === text.length ? extents : undefined
}
