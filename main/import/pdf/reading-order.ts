import type { Segment } from './drawn-line.ts'

/** A line of a page as it is read. */
export interface TextLine extends Segment {
  /** Words stand apart on it, as in a table. */
  isRow?: boolean
}

/** Lines that stand below each other: a column, or what runs over the width of the page. */
export interface Flow {
  lines: TextLine[]
  /** Where most lines begin, in points. */
  left: number
  /** Where the longest lines end. */
  right: number
}

/** A gap is no gutter below this width, in parts of the letters’ size. */
const narrowestGutter = 0.8
/** Columns have as many lines, or they are no columns. */
const fewestLines = 3
/** Letters in the lines of a column, at least and in the middle: those of a table’s cells are fewer. */
const fewestLetters = 14
const deepest = 8
/** Gutters of one file stand within so many points. */
const nearGutter = 12

/**
 * The words of pages in the order in which they are read. Where columns stand beside each other, the page is cut along
 * the gutter between them, from one line that runs across it to the next; each part is read by itself, columns from the
 * left, those of Arabic and Hebrew from the right. The rows of tables stay lines. A last column of a line or two is told
 * by the gutters of other pages.
 */
export function readingOrder(pages: readonly (readonly Segment[])[]): Flow[][] {
  const gutters: number[] = []
  const first = pages.map((segments) => orderOf(segments, [], gutters))
  const known = mostCommon(gutters)
  return known.length === 0 ? first : pages.map((segments) => orderOf(segments, known, []))
}

/** At most three, each apart from the others. */
function mostCommon(gutters: readonly number[]): number[] {
  const places = new Map<number, number>()
  for (const x of gutters) {
    const place = Math.round(x / nearGutter)
    places.set(place, (places.get(place) ?? 0) + 1)
  }
  const sorted = [...places].sort((a, b) => b[1] - a[1]).map(([place]) => place)
  const chosen: number[] = []
  for (const place of sorted) {
    if (chosen.length < 3 && chosen.every((other) => Math.abs(other - place) > 1)) chosen.push(place)
  }
  return chosen.map((place) => gutters.find((x) => Math.round(x / nearGutter) === place)!)
}

function orderOf(segments: readonly Segment[], known: readonly number[], found: number[]): Flow[] {
  const isRtl = segments.filter((segment) => segment.isRtl).length * 2 > segments.length
  const flows: Segment[][] = []
  cut([...segments].sort(fromTop), { isRtl, depth: 0, into: flows, known, found })
  return flows.filter((flow) => flow.length > 0).map((flow) => flowOf(rowsOf(flow, isRtl)))
}

interface Cutting {
  isRtl: boolean
  depth: number
  into: Segment[][]
  /** The commonest gutters of the file. */
  known: readonly number[]
  /** Where new ones are noted. */
  found: number[]
}

const fromTop = (a: Segment, b: Segment) => a.baseline - b.baseline || a.left - b.left

/** `segments` from the top. */
function cut(segments: Segment[], cutting: Cutting): void {
  const bands = cutting.depth < deepest ? bandsOf(segments, cutting) : null
  if (!bands) {
    cutting.into.push(segments)
    return
  }
  const deeper = { ...cutting, depth: cutting.depth + 1 }
  for (const band of bands) {
    if (band.kind === 'across') cut(band.segments, deeper)
    else
      for (const side of cutting.isRtl ? [band.right, band.left] : [band.left, band.right]) cut(side, deeper)
  }
}

type Band = { kind: 'across'; segments: Segment[] } | { kind: 'columns'; left: Segment[]; right: Segment[] }

/** The page cut along its clearest gutter, from the top; null when there is none. */
function bandsOf(segments: readonly Segment[], { known, found, isRtl }: Cutting): Band[] | null {
  for (const x of [...guttersOf(segments, isRtl), ...known]) {
    const isKnown = known.some((other) => Math.abs(other - x) < nearGutter)
    const bands = bandsAlong(x, segments, isKnown)
    if (!bands.some(({ kind }) => kind === 'columns')) continue
    if (!isKnown && found.length < 1000) found.push(x)
    return bands
  }
  return null
}

function bandsAlong(x: number, segments: readonly Segment[], isKnown: boolean): Band[] {
  const bands: Band[] = []
  let left: Segment[] = []
  let right: Segment[] = []
  const across = (more: Segment[]) => {
    const last = bands.at(-1)
    if (last?.kind === 'across') last.segments.push(...more)
    else if (more.length > 0) bands.push({ kind: 'across', segments: more })
  }
  const finish = () => {
    if (areColumns(left, right) || (isKnown && isLastColumn(left, right)))
      bands.push({ kind: 'columns', left, right })
    else across([...left, ...right].sort(fromTop))
    left = []
    right = []
  }
  for (const segment of segments) {
    if (segment.right <= x) left.push(segment)
    else if (segment.left >= x) right.push(segment)
    else {
      finish()
      across([segment])
    }
  }
  finish()
  return bands
}

/** Running text on both sides, or on one side with something beside it whose lines keep to themselves. */
function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (Math.min(left.length, right.length) < fewestLines || !standBeside(left, right)) return false
  const [first, second] = [isColumn(left), isColumn(right)]
  if (first && second) return true
  return (first || second) && !areRows(left, right)
}

/** A line or two beside running text, where other pages have columns. */
function isLastColumn(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [few, many] = left.length < right.length ? [left, right] : [right, left]
  if (few.length === 0 || many.length < fewestLines || !isColumn(many)) return false
  return few[0]!.baseline >= many[0]!.baseline - few[0]!.size && few[0]!.baseline <= many.at(-1)!.baseline
}

/** Whether what stands on the side with fewer lines mostly shares its line with something on the other: a table. */
function areRows(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [few, many] = left.length < right.length ? [left, right] : [right, left]
  let at = 0
  let shared = 0
  for (const { baseline, size } of few) {
    while (at < many.length && many[at]!.baseline < baseline - size * 0.2) at++
    if (at < many.length && many[at]!.baseline <= baseline + size * 0.2) shared++
  }
  return shared >= few.length * 0.6
}

/** Lines of running text: most of them long enough, most as long as the column is wide. */
function isColumn(segments: readonly Segment[]): boolean {
  const width =
    Math.max(...segments.map(({ right }) => right)) - Math.min(...segments.map(({ left }) => left))
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
  const letters = middle(segments.map(({ text }) => text.length))
  return letters >= fewestLetters && middle(segments.map(({ left, right }) => right - left)) > width * 0.5
}

/** Not one below the other. */
function standBeside(left: readonly Segment[], right: readonly Segment[]): boolean {
  const top = Math.max(left[0]!.baseline, right[0]!.baseline)
  const bottom = Math.min(left.at(-1)!.baseline, right.at(-1)!.baseline)
  return bottom - top > left[0]!.size
}

/**
 * Where gutters may be: the places that most gaps between neighbours on a line have in common, the clearest first;
 * no more than three, each wide enough to be none between words.
 */
function guttersOf(segments: readonly Segment[], isRtl: boolean): number[] {
  const edges: { x: number; step: 1 | -1 }[] = []
  segments.forEach((segment, at) => {
    const next = neighbourOf(segment, at, segments)
    if (next) edges.push({ x: segment.right, step: 1 }, { x: next.left, step: -1 })
  })
  edges.sort((a, b) => a.x - b.x || a.step - b.step)
  const places: { x: number; gaps: number }[] = []
  let gaps = 0
  edges.forEach(({ x, step }, at) => {
    gaps += step
    const width = (edges[at + 1]?.x ?? x) - x
    // Lines end anywhere, but they begin at one place.
    const inside = Math.min(3, width / 2)
    if (gaps >= 1 && width > 0) places.push({ x: isRtl ? x + inside : x + width - inside, gaps })
  })
  places.sort((a, b) => b.gaps - a.gaps)
  const found: number[] = []
  for (const { x } of places) {
    if (found.length === 3) break
    if (found.every((other) => Math.abs(other - x) > 20)) found.push(x)
  }
  return found
}

/** The nearest segment to the right on about the same line, across a gap that may be a gutter. */
function neighbourOf(segment: Segment, at: number, segments: readonly Segment[]): Segment | null {
  const reach = segment.size * 0.7
  const gap = segment.size * narrowestGutter
  let nearest: Segment | null = null
  const look = (other: Segment) => {
    if (other.left >= segment.right + gap && (nearest === null || other.left < nearest.left)) nearest = other
  }
  // A page with thousands of words on one line is no reason to look at all of them for each.
  for (let i = at - 1; i >= 0 && at - i < 60 && segment.baseline - segments[i]!.baseline <= reach; i--)
    look(segments[i]!)
  for (
    let i = at + 1;
    i < segments.length && i - at < 60 && segments[i]!.baseline - segment.baseline <= reach;
    i++
  ) {
    look(segments[i]!)
  }
  return nearest
}

/** What stands on one line as one line, from the top. */
function rowsOf(segments: readonly Segment[], isRtl: boolean): TextLine[] {
  const rows: TextLine[] = []
  for (let start = 0; start < segments.length; ) {
    const first = segments[start]!
    let end = start + 1
    while (end < segments.length && segments[end]!.baseline - first.baseline <= first.size * 0.4) end++
    const row = segments.slice(start, end).sort((a, b) => (isRtl ? b.left - a.left : a.left - b.left))
    rows.push(row.length === 1 ? first : joined(row))
    start = end
  }
  return rows
}

function joined(row: readonly Segment[]): TextLine {
  const widest = row.reduce((widest, one) => (one.text.length > widest.text.length ? one : widest))
  const raised: Segment['raised'] = []
  let text = ''
  for (const segment of row) {
    if (text !== '') text += ' '
    for (const { start, end } of segment.raised)
      raised.push({ start: text.length + start, end: text.length + end })
    text += segment.text
  }
  return {
    ...widest,
    isRow: isRow(row),
    text,
    raised,
    left: Math.min(...row.map(({ left }) => left)),
    right: Math.max(...row.map(({ right }) => right)),
  }
}

/** Wide gaps, and no mere number or sign before the first. */
function isRow(row: readonly Segment[]): boolean {
  const sorted = [...row].sort((a, b) => a.left - b.left)
  const isWide = sorted.some(
    (segment, at) => at > 0 && segment.left - sorted[at - 1]!.right > segment.size * 2,
  )
  return isWide && !/^(?:\(?\w{1,3}[.)]|\d{1,3}(?:\.\d+)*|[•◦▪‣●–—*·-])$/u.test(row[0]!.text)
}

function flowOf(lines: TextLine[]): Flow {
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b)
  const lefts = lines.map(({ left }) => left).sort((a, b) => a - b)
  // One line that hangs out at either side does not move the edge.
  const outlier = lines.length >= 12 ? Math.floor(lines.length / 12) : 0
  return {
    lines,
    left: lefts[Math.min(outlier, lefts.length - 1)]!,
    right: rights[rights.length - 1 - outlier]!,
  }
}
