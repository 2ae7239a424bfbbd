import type { Span } from '../../preload/contract/text.ts'

/**
 * Marks that open a quotation, each with those that may close it. Of many languages: “English”, „deutsch“, »deutsch«,
 * « français », „polski”, ”svenska”, 「日本語」, 『…』, 《中文》.
 */
const closing = new Map<string, string>([
  ['“', '”'],
  ['„', '“”'],
  ['‟', '”'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹›'],
  ['‘', '’'],
  ['‚', '‘’'],
  ['"', '"'],
  ['＂', '＂'],
  ['「', '」'],
  ['『', '』'],
  ['﹁', '﹂'],
  ['《', '》'],
  ['〈', '〉'],
  ['〝', '〞〟'],
])

const letter = /[\p{L}\p{N}]/u

/**
 * What stands between quotation marks, in UTF-16 code units, without the marks; in order, nested ones as part of the
 * outer. One that is not closed goes on to the end, one that was not opened comes from the beginning.
 */
export function innerOfQuotes(words: string): Span[] {
  const found: Span[] = []
  for (let at = 0; at < words.length; at++) {
    const close = closing.get(words[at]!)
    if (close === undefined || !opens(words, at)) continue
    let end = at + 1
    while (end < words.length && !(close.includes(words[end]!) && closes(words, end))) end += 1
    if (end > at + 1) found.push({ start: at + 1, end })
    at = end
  }
  return found
}

/** An apostrophe stands after a letter, and a mark that can do both opens before one. */
function opens(words: string, at: number): boolean {
  const before = words[at - 1] ?? ' '
  return !letter.test(before) || !`‘”"»›`.includes(words[at]!)
}

const closes = (words: string, at: number): boolean => words[at] !== '’' || !letter.test(words[at + 1] ?? ' ')
