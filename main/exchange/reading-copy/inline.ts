import type { Mark, Span, StructuredText } from '../../../preload/contract/text.ts'
import type { Material, MaterialAnnotation } from './material.ts'
import { toHtml } from './to-html.ts'

/** A span of an annotation as it is drawn. */
interface Drawn extends Span {
  of: MaterialAnnotation
  /** Which of the lines under the text is its own, from 0. */
  lane: number
  isFirst: boolean
  isLast: boolean
}

/** What stands where an annotation begins and where it ends. */
export interface Signs {
  opening(annotation: MaterialAnnotation, isFirst: boolean): string
  closing(annotation: MaterialAnnotation, isLast: boolean): string
}

const mostLanes = 4
const tagOf = { em: 'em', strong: 'strong', sup: 'sup', sub: 'sub' } as const

/**
 * Sets the words of stretches, asked for in the order of the text. Where annotations or typography begin or end the
 * text is cut, and each piece carries all that lies over it: overlaps need no more than that.
 */
export function createInline(
  { text, annotations }: Pick<Material, 'text' | 'annotations'>,
  signs: Signs,
  showsAnnotations: boolean,
): (start: number, end: number) => string {
  const spans = showsAnnotations ? lay(annotations) : lay(annotations).map((span) => ({ ...span, lane: -1 }))
  const marks = text.marks.filter((mark) => mark.start < mark.end).sort((a, b) => a.start - b.start)
  const pages = pageTurns(text)
  const spansHere = window(spans)
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
      for (const { at, page } of turns) if (at === from) html += `<span class="page">p. ${page}</span>`
      html += openings(over, from)
      html += piece(text.text.slice(from, to), coveringOf(over, from), coveringOf(typography, from))
    }
    return html
  }

  function openings(over: readonly Drawn[], at: number): string {
    return over
      .filter((span) => span.start === at)
      .map(({ of, isFirst }) => signs.opening(of, isFirst))
      .join('')
  }

  // What began last ends first. A span that ends at the end of a block ends there, and not at the next one.
  function closings(over: readonly Drawn[], at: number, start: number, end: number): string {
    return over
      .filter((span) => span.end === at && (at > start || start === end))
      .toReversed()
      .map(({ of, isLast }) => signs.closing(of, isLast))
      .join('')
  }
}

function piece(words: string, over: readonly Drawn[], typography: readonly Mark[]): string {
  let html = toHtml(words)
  for (const mark of typography.toReversed()) {
    html = mark.kind === 'link' ? link(html, mark.href) : `<${tagOf[mark.kind]}>${html}</${tagOf[mark.kind]}>`
  }
  for (const { of, lane } of over.toReversed()) {
    if (lane >= 0) html = `<span class="a t${of.tag} lane${lane}">${html}</span>`
  }
  return html
}

/** Pages and mail addresses alone can be followed; what else a source links to stays words. */
function link(html: string, href: string): string {
  return /^(https?|mailto):/i.test(href) ? `<a class="out" href="${toHtml(href)}">${html}</a>` : html
}

function coveringOf<T extends Span>(spans: readonly T[], at: number): T[] {
  return spans.filter(({ start, end }) => start <= at && at < end)
}

/** All spans by start, the longer first, each with a line that no span over the same words has. */
function lay(annotations: readonly MaterialAnnotation[]): Drawn[] {
  const spans = annotations
    .flatMap((of) =>
      of.spans.map((span, i) => ({
        ...span,
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
    span.lane = lane % mostLanes
  }
  return spans
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
