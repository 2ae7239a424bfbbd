import type { Span } from '../../../../preload/contract/text.ts'
import { asXmlHasIt } from '../../../xml/xml-text.ts'
import { codePointsOf } from '../../code-points.ts'

/**
 * Programs count into the same text differently: in code points or in UTF-16 code units, a CRLF as one or as two, a byte
 * order mark or not. A file says nowhere how. The words that selections are named by do: the way of counting is taken
 * that finds the most of them.
 */
export interface FoundPassage {
  /** Null where the positions lie outside the text. */
  span: Span | null
  /** What the selection is named by, if names are words of the text in this source; else null. */
  words: string | null
  /** Whether the words there are those. */
  isSure: boolean
}

export interface Named {
  name: string
  start: number
  end: number
}

export interface Counted {
  passages: FoundPassage[]
  /** How it was counted, in words; null where it was as the format asks for. */
  way: string | null
}

/** `text` has LF for every line end; `countsReturns` where each was CRLF and is likely to have been counted so. */
export function countedPassages(selections: readonly Named[], text: string, countsReturns: boolean): Counted {
  const ways = waysFor(text, countsReturns)
  // A name without words says nothing: many programs name none of them, or only some.
  const named = selections.filter(({ name }) => /\S/.test(name))
  const sample = named.length > sampleSize ? everyNth(named, sampleSize) : named
  const best = ways
    .map((way, order) => ({ way, order, hits: sample.filter((one) => matches(one, way, text)).length }))
    .sort((a, b) => b.hits - a.hits || a.order - b.order)[0]!
  // In one of ten a chance hit can be; then names are something else.
  const namesAreWords = best.hits * 3 >= sample.length && best.hits > 0
  const passages = selections.map((selection): FoundPassage => {
    const span = spanOf(selection, best.way, text)
    const isSure = span !== null && isNameOf(selection.name, text.slice(span.start, span.end))
    const isWords = namesAreWords && /\S/.test(selection.name)
    const words = isSure ? text.slice(span.start, span.end) : isWords ? selection.name : null
    return { span, words: words === '' ? null : words, isSure: isSure || words === null }
  })
  return { passages, way: best.order === 0 ? null : best.way.called }
}

const sampleSize = 500

interface Way {
  called: string
  toUtf16(position: number): number | undefined
}

function waysFor(text: string, countsReturns: boolean): Way[] {
  const points = codePointsOf(text)
  const inPoints = (position: number) => points.toUtf16(position)
  const inUnits = (position: number) => (position >= 0 && position <= text.length ? position : undefined)
  const lines = lineEnds(text)
  const [pointLines, unitLines] = [lines.map((at) => points.fromUtf16(at)!), lines]
  const withTwo = (ends: readonly number[], to: Way['toUtf16']) => (position: number) =>
    to(position - countBefore(ends, position))

  const ways: Way[] = [
    { called: 'characters', toUtf16: inPoints },
    { called: 'two for a line end', toUtf16: withTwo(pointLines, inPoints) },
    { called: 'UTF-16 code units', toUtf16: inUnits },
    { called: 'UTF-16 code units, two for a line end', toUtf16: withTwo(unitLines, inUnits) },
  ]
  if (countsReturns) ways.unshift(ways.splice(1, 1)[0]!)
  const shifted = ways.map(({ called, toUtf16 }): Way => {
    return { called: `${called}, and one for a byte order mark`, toUtf16: (at) => toUtf16(at - 1) }
  })
  return [...ways, ...shifted]
}

/** Where `\n` stands. */
function lineEnds(text: string): number[] {
  const ends: number[] = []
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at)
  return ends
}

/** How many line ends lie before a position in which each of them counts two. */
function countBefore(ends: readonly number[], position: number): number {
  let low = 0
  let high = ends.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ends[middle]! + middle + 1 < position) low = middle + 1
    else high = middle
  }
  return low
}

function matches(selection: Named, way: Way, text: string): boolean {
  const span = spanOf(selection, way, text)
  return span !== null && isNameOf(selection.name, text.slice(span.start, span.end))
}

function spanOf({ start, end }: Named, { toUtf16 }: Way, text: string): Span | null {
  const from = toUtf16(start)
  const to = toUtf16(end)
  if (from === undefined || to === undefined || from >= to || to > text.length) return null
  return { start: from, end: to }
}

/** Whether a selection of these words may be called so: programs join lines and cut what is long. */
function isNameOf(name: string, words: string): boolean {
  if (name === words) return true
  const [called, said] = [oneLine(name), oneLine(words)]
  if (called === '' || said === '') return false
  if (called === said) return true
  const cut = called.replace(/(\.\.\.|…)$/, '').trimEnd()
  return cut.length >= 10 && cut.length < said.length && said.startsWith(cut)
}

// What XML cannot write stands in a name as U+FFFD.
const oneLine = (words: string): string =>
  asXmlHasIt(words)
    .replace(/[\s\u0085]+/g, ' ')
    .trim()

function everyNth<T>(all: readonly T[], count: number): T[] {
  const step = all.length / count
  return Array.from({ length: count }, (_, index) => all[Math.floor(index * step)]!)
}
