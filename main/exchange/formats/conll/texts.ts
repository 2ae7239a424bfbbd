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

/** Undefined where the text has anything but white space between the words. */
function extentsIn(text: string, rows: readonly Row[]): number[] | undefined {
  const extents: number[] = []
  let at = 0
  for (const { word } of rows) {
    while (at < text.length && !text.startsWith(word, at) && blank.test(text[at]!)) at++
    if (!text.startsWith(word, at)) return undefined
    extents.push(at, at + word.length)
    at += word.length
  }
  while (at < text.length && blank.test(text[at]!)) at++
  return at === text.length ? extents : undefined
}
