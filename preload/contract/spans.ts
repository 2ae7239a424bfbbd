import type { Span } from './text.ts'

// What is done with the parts of a discontinuous annotation. Parts with nothing but white space between them are one:
// two sentences that follow each other make one passage. Offsets in UTF-16 code units of `text`; spans in and out are
// in reading order and apart.

type Stretch = { start: number; end: number }

/** All that the spans cover, in whatever order and however overlapping they come. */
export function uniteSpans(text: string, spans: readonly Span[]): Span[] {
  const united: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = united.at(-1)
    if (last && (span.start <= last.end || isBlank(text, last.end, span.start))) {
      united[united.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    } else united.push({ start: span.start, end: span.end })
  }
  return united
}

/** What is left without a stretch, and without the white space beside it; nothing when it covers all. */
export function subtractSpan(text: string, spans: readonly Span[], cut: Stretch): Span[] {
  return spans.flatMap((span) => {
    if (cut.end <= span.start || cut.start >= span.end) return [span]
    return [
      trimSpan(text, { start: span.start, end: Math.min(span.end, cut.start) }),
      trimSpan(text, { start: Math.max(span.start, cut.end), end: span.end }),
    ].filter((part) => part !== null)
  })
}

/** The spans on either side of each offset, without white space where they were cut; a side with none is left out. */
export function splitSpans(text: string, spans: readonly Span[], at: readonly number[]): Span[][] {
  const cuts = [...new Set(at)].sort((a, b) => a - b)
  const edges = [0, ...cuts, text.length]
  return edges
    .slice(1)
    .map((end, i) => within(text, spans, { start: edges[i]!, end }))
    .filter((part) => part.length > 0)
}

function within(text: string, spans: readonly Span[], { start, end }: Stretch): Span[] {
  return spans.flatMap((span) => {
    if (span.start >= start && span.end <= end) return [span]
    const part = { start: Math.max(span.start, start), end: Math.min(span.end, end) }
    return trimSpan(text, part) ?? []
  })
}

/** Without white space at its ends; null when nothing is left. */
export function trimSpan(text: string, { start, end }: Stretch): Span | null {
  let from = start
  let to = end
  while (from < to && isSpace(text, from)) from++
  while (to > from && isSpace(text, to - 1)) to--
  return from < to ? { start: from, end: to } : null
}

const isBlank = (text: string, start: number, end: number) => trimSpan(text, { start, end }) === null
const isSpace = (text: string, at: number) => /\s/u.test(text[at]!)
