import type { Span } from '../../../../preload/contract/text.ts'

/** A line as Argdown sees it: without comments, front matter and data. Offsets are UTF-16 code units of the text. */
export interface Line {
  /** Of its first character. */
  start: number
  /** Comments and data are spaces here, so that places stay what they are. */
  words: string
  /** The data blocks that begin on it, braces and all. */
  data: string[]
  /** Its number, from 1. */
  number: number
}

/** In UTF-16 code units: longer ones are words. */
const longestData = 20_000

/** The lines of a text whose line ends are `\n`, and what stands between its `===`. */
export function linesIn(text: string): { frontMatter: string; lines: Line[] } {
  const front = /^\s*(===+)([\s\S]*?)===+/.exec(text)
  const begin = front?.[0].length ?? 0
  const blank = blankedIn(text, begin)
  const lines: Line[] = []
  let number = text.slice(0, begin).split('\n').length
  let start = begin
  let next = 0
  for (const words of masked(text, begin, blank).split('\n')) {
    const end = start + words.length
    const data: string[] = []
    let isBlanked = false
    while (next < blank.length && blank[next]!.start <= end) {
      const { kind, ...span } = blank[next]!
      if (kind === 'data') data.push(text.slice(span.start, span.end))
      isBlanked = true
      next += 1
    }
    // A line with nothing but a comment is no empty line: it is none.
    if (!isBlanked || data.length > 0 || words.trim() !== '') lines.push({ start, words, data, number })
    number += text.slice(start, end).split('\n').length
    start = end + 1
  }
  return { frontMatter: front?.[2] ?? '', lines }
}

interface Blanked extends Span {
  kind: 'comment' | 'data'
}

function blankedIn(text: string, begin: number): Blanked[] {
  const found: Blanked[] = []
  // What begins there: an escaped character, a link on the web, a comment, or data.
  const special = /\\[^\n]|\[[^\]\n]{1,500}\]\([^)\n]{1,2000}\)|<!--|\/\*|\/\/|\{/g
  special.lastIndex = begin
  const noEnd = new Set<string>()
  let unclosed = 0
  for (let match = special.exec(text); match !== null; match = special.exec(text)) {
    const [opening] = match
    const start = match.index
    let end: number | undefined
    if (opening === '{') {
      if (start < unclosed) continue
      end = endOfData(text, start)
      if (end === undefined) unclosed = start + longestData
    } else if (opening in closings && !noEnd.has(opening)) {
      const closing = closings[opening]!
      const found = text.indexOf(closing, start + opening.length)
      if (opening === '//') end = found < 0 ? text.length : found
      else if (found >= 0) end = found + closing.length
      else noEnd.add(opening)
    }
    if (end === undefined) continue
    found.push({ start, end, kind: opening === '{' ? 'data' : 'comment' })
    special.lastIndex = end
  }
  return found
}

const closings: Readonly<Record<string, string>> = { '<!--': '-->', '/*': '*/', '//': '\n' }

/** After the brace that closes what opens at `start`; undefined where none does soon. */
function endOfData(text: string, start: number): number | undefined {
  let depth = 0
  let quote = ''
  const limit = Math.min(text.length, start + longestData)
  for (let at = start; at < limit; at += 1) {
    const character = text[at]!
    if (quote !== '') {
      if (character === '\\' && quote === '"') at += 1
      else if (character === quote) quote = ''
    } else if (character === '"' || (character === "'" && /[\s{[,:]/.test(text[at - 1]!))) quote = character
    else if (character === '{') depth += 1
    else if (character === '}' && --depth === 0) return at + 1
  }
  return undefined
}

function masked(text: string, begin: number, blank: readonly Span[]): string {
  const parts: string[] = []
  let from = begin
  for (const { start, end } of blank) {
    parts.push(text.slice(from, start), ' '.repeat(end - start))
    from = end
  }
  parts.push(text.slice(from))
  return parts.join('')
}
