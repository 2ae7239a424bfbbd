import type { Mark, Span, StructuredText } from '../../../preload/contract/text.ts'
import type { Material, MaterialAnnotation } from './material.ts'

/** A span of an annotation as it is drawn. */
export interface Drawn extends Span {
  of: MaterialAnnotation
  /** Which of the lines under the text is its own, from 0. */
  lane: number
  isFirst: boolean
  isLast: boolean
}

/** What a kind of copy writes for words, and where annotations and pages begin and end. */
export interface InlineSetter {
  opening(span: Drawn): string
  closing(span: Drawn): string
  /** `over`: the annotations that lie over these words, those that began last at the end. */
  words(words: string, over: readonly Drawn[], typography: readonly Mark[]): string
  page(number: number): string
}

/** Lines under the words; what lies further out has none, since it would strike through the next line of the text. */
const roomForLines = 4

/**
 * Sets the words of stretches, asked for in the order of the text. Where annotations or typography begin or end the
 * text is cut, and each piece carries all that lies over it: overlaps need no more than that.
 */
export function createInline(
  { text, annotations }: Pick<Material, 'text' | 'annotations'>,
  setter: InlineSetter,
): (start: number, end: number) => string {
  const marks = text.marks.filter((mark) => mark.start < mark.end).sort((a, b) => a.start - b.start)
  const pages = pageTurns(text)
  const spansHere = window(lay(annotations, text.text))
  const marksHere = window(marks)

  return (start, end) => {
    const over = spansHere(start, end)
    const typography = marksHere(start, end)
    const turns = pages.filter(({ at }) => start < at && at < end)
    const edges = new Set([start, end])
    for (const { start: from, end: to } of [...over, ...typography]) {
      if (from > start && from < end) edges.add(from)
      if (to > start && to < end) edges.add(to)
    }
    for (const { at } of turns) edges.add(at)
    const sorted = [...edges].sort((a, b) => a - b)

    let html = ''
    for (const [i, from] of sorted.entries()) {
      html += closings(over, from, start, end)
      const to = sorted[i + 1]
      if (to === undefined) break
      for (const { at, page } of turns) if (at === from) html += setter.page(page)
      html += openings(over, from)
      html += setter.words(text.text.slice(from, to), coveringOf(over, from), coveringOf(typography, from))
    }
    return html
  }

  function openings(over: readonly Drawn[], at: number): string {
    return over
      .filter((span) => span.start === at)
      .map(setter.opening)
      .join('')
  }

  // What began last ends first. A span that ends at the end of a block ends there, and not at the next one.
  function closings(over: readonly Drawn[], at: number, start: number, end: number): string {
    return over
      .filter((span) => span.end === at && (at > start || start === end))
      .toReversed()
      .map(setter.closing)
      .join('')
  }
}

function coveringOf<T extends Span>(spans: readonly T[], at: number): T[] {
  return spans.filter(({ start, end }) => start <= at && at < end)
}

/** All spans by start, the longer first, each with a line that no span over the same words has. */
function lay(annotations: readonly MaterialAnnotation[], text: string): Drawn[] {
  const spans = annotations
    .flatMap((of) =>
      of.spans.map((span, i) => ({
        ...withoutJoints(span, text),
        of,
        lane: 0,
        isFirst: i === 0,
        isLast: i === of.spans.length - 1,
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end || a.of.number - b.of.number)
  const ends: number[] = []
  for (const span of spans) {
    const free = ends.findIndex((end) => end <= span.start)
    const lane = free >= 0 ? free : ends.length
    ends[lane] = span.end
    span.lane = Math.min(lane, roomForLines)
  }
  return spans
}

/** Between blocks nothing is drawn: a span that begins or ends there does so in the block beside it. */
function withoutJoints({ start, end }: Span, text: string): Span {
  let [from, to] = [start, end]
  while (from < to - 1 && text[from] === '\n') from++
  while (to - 1 > from && text[to - 1] === '\n') to--
  return { start: from, end: to }
}

/** Those of spans sorted by start that reach into a stretch; stretches are to be asked for in order. */
function window<T extends Span>(sorted: readonly T[]): (start: number, end: number) => T[] {
  let next = 0
  let open: T[] = []
  return (start, end) => {
    open = open.filter((span) => span.end > start)
    for (; next < sorted.length && sorted[next]!.start < end; next++) {
      if (sorted[next]!.end > start) open.push(sorted[next]!)
    }
    return [...open]
  }
}

/** Where a page of the source begins, with its number. What stands before the first turn is page 1. */
export function pageTurns({ breaks }: Pick<StructuredText, 'breaks'>): { at: number; page: number }[] {
  const starts = new Set(breaks.flatMap(({ kind, at }) => (kind === 'page' && at > 0 ? [at] : [])))
  return [...starts].sort((a, b) => a - b).map((at, i) => ({ at, page: i + 2 }))
}
