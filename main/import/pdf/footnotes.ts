import type { Measures } from './measures.ts'
import type { Flow, TextLine } from './reading-order.ts'

/** A note from the foot of a page. */
export interface Footnote {
  /** As it is printed: `3`, `*`. */
  sign: string
  /** Counts from 0. */
  page: number
  /** Each with the letters of its sign taken off. */
  lines: TextLine[]
}

const signAtStart = /^(\d{1,3}|[*†‡§¶]{1,3}|[a-z])(?=\P{L}|\p{Lu}|$)[.):]?\s*/u

/**
 * Takes the footnotes off the ends of a page’s flows: lines in smaller letters below the text, of which the first has a
 * sign that stands raised in the text above. What comes before the first sign goes on from the note of the page before.
 */
export function takeFootnotes(
  flows: readonly Flow[],
  { page, measures, before }: { page: number; measures: Measures; before: Footnote | undefined },
): { flows: Flow[]; notes: Footnote[] } {
  const notes: Footnote[] = []
  const referred = new Set(
    flows.flatMap(({ lines }) =>
      lines
        .filter(({ size }) => size > measures.size * 0.93)
        .flatMap(({ text, raised }) =>
          raised.flatMap(({ start, end }) => text.slice(start, end).split(/[,\s]+/)),
        ),
    ),
  )
  const kept = flows.map((flow) => {
    const first = footOf(flow, measures)
    const foot = flow.lines.slice(first)
    const firstSign = foot.findIndex((line) => referred.has(signOf(line)))
    const continues =
      before !== undefined && page === before.page + 1 && !/[.!?”"»)]$/.test(before.lines.at(-1)!.text)
    if (first === flow.lines.length || (firstSign !== 0 && !(continues && isFirstOfPage(notes)))) return flow
    for (const line of foot) {
      const sign = signOf(line)
      const open = notes.at(-1)
      if (referred.has(sign)) notes.push({ sign, page, lines: [withoutSign(line)] })
      else if (open) open.lines.push(line)
      else before!.lines.push(line)
    }
    return { ...flow, lines: flow.lines.slice(0, first) }
  })
  return { flows: kept.filter(({ lines }) => lines.length > 0), notes }
}

const isFirstOfPage = (notes: readonly Footnote[]) => notes.length === 0

/** Where the lines in small letters at the end of a flow begin. */
function footOf({ lines }: Flow, { size }: Measures): number {
  let first = lines.length
  while (first > 0 && lines[first - 1]!.size <= size * 0.93) first--
  return first
}

const signOf = ({ text }: TextLine) => signAtStart.exec(text)?.[1] ?? ''

function withoutSign(line: TextLine): TextLine {
  const length = signAtStart.exec(line.text)?.[0].length ?? 0
  const raised = line.raised
    .map(({ start, end }) => ({ start: start - length, end: end - length }))
    .filter(({ start }) => start >= 0)
  return { ...line, text: line.text.slice(length), raised }
}
