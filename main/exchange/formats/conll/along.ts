import { blank } from './blanks.ts'

/** What treebanks write for brackets, which they need themselves; a text beside the rows may have either. */
const brackets: ReadonlyMap<string, string> = new Map([
  ...[['-LRB-', '('] as const, ['-RRB-', ')'] as const, ['-LSB-', '['] as const],
  ...[['-RSB-', ']'] as const, ['-LCB-', '{'] as const, ['-RCB-', '}'] as const],
])

export const isForBracket = (word: string): boolean => brackets.has(word)

/** Finds words in a text, one after the other, as long as there is nothing but white space between them. */
export class Along {
  readonly text: string
  /** Of the last word, in UTF-16 code units. */
  start = 0
  end = 0
  #isLost = false

  constructor(text: string) {
    this.text = text
  }

  /** Whether it stands there; once one does not, none does. */
  next(word: string): boolean {
    if (this.#isLost) return false
    const bracket = brackets.get(word)
    let at = this.end
    for (;;) {
      const found = this.text.startsWith(word, at) ? word : bracket
      if (found !== undefined && this.text.startsWith(found, at)) {
        this.start = at
        this.end = at + found.length
        return true
      }
      if (at >= this.text.length || !blank.test(this.text[at]!)) break
      at += 1
    }
    this.#isLost = true
    return false
  }

  /** Whether all words stood there, and nothing stands behind them. */
  isThrough(): boolean {
    let at = this.end
    while (at < this.text.length && blank.test(this.text[at]!)) at += 1
    return !this.#isLost && at === this.text.length
  }
}

/** Where words begin and end in turn; undefined where the text has anything but white space between them. */
export function extentsIn(text: string, words: readonly string[]): number[] | undefined {
  const along = new Along(text)
  const extents: number[] = []
  for (const word of words) {
    if (!along.next(word)) return undefined
    extents.push(along.start, along.end)
  }
  return along.isThrough() ? extents : undefined
}
