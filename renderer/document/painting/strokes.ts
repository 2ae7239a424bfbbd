import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import type { Adjusting } from '../hand/adjusting.ts'
import { firstWhere } from '../text/near-window.ts'
import type { TextIndex } from '../text/text-index.ts'
import type { CopyMark, LinkMark, Stretches } from '../view.ts'
import type { Annotations } from './annotations.ts'
import type { HighlightSheet, Paint } from './highlight-sheet.ts'
import { laneCount, undrawn } from './lanes.ts'
import type { BlockCopy, MarginMark } from './margin-mark.ts'
import type { Stroke } from './painter.ts'
import { roles } from './tag-lines.ts'
import type { TagPaint } from './tag-paint.ts'
import { type Tint, withoutOverlaps } from './tints.ts'

/** What is to be seen over the text at present. */
export interface Shown {
  annotations: Annotations
  links: Map<AnnotationId, LinkMark>
  copies: readonly CopyMark[]
  focused: AnnotationId | null
  hovered: AnnotationId | null
  pending: AnnotationId | null
  /** Drawn in place of the spans that the annotation has. */
  adjusting: Adjusting | null
  found: Stretches
  currentFound: number | null
  /** The selection while the keyboard is elsewhere. */
  kept: Span | null
}

export const noPassages: Stretches = { start: new Int32Array(0), end: new Int32Array(0) }

// Later ones lie over earlier ones. Lanes of tags come first.
const layers = [
  'tint',
  'joins',
  'dimmed',
  'line',
  'tag',
  'second',
  'found',
  'hovered',
  'pending',
  'focused',
  'current',
  'kept',
] as const
type Layer = (typeof layers)[number]
const prioritiesPerLayer = 100

/**
 * `tag` where the paint hangs on one: the first that looks like it; 0 for none and for tags that are not in the codebook. For those that are dimmed
 * it is the number of their role, since they all have one colour: dimming a tag must not make other rules.
 */
function nameOf(layer: Layer, tag = 0, lane = 0): string {
  return `${layer}-${tag}-${lane}`
}

/** How everything that `strokesIn` asks for is painted. */
export function* paintsOf(tags: TagPaint): Generator<[string, Paint]> {
  const { lanes } = tags.laneRoom
  for (const tag of [0, ...tags.looks()]) {
    yield [nameOf('tag', tag), tags.tagged(tag)]
    yield [nameOf('tint', tag), tags.tint(tag)]
    for (let lane = 0; lane < lanes; lane++) {
      yield [nameOf('line', tag, lane), tags.line(tag, lane)]
      const second = tags.second(tag, lane)
      if (second) yield [nameOf('second', tag, lane), second]
    }
    yield [nameOf('hovered', tag), tags.hovered(tag)]
    yield [nameOf('focused', tag), tags.focused(tag)]
  }
  for (const [i, role] of roles.entries()) {
    for (let lane = 0; lane < lanes; lane++) yield [nameOf('dimmed', i, lane), tags.dimmed(role, lane)]
  }
  for (let lane = 0; lane < lanes; lane++) yield [nameOf('joins', 0, lane), tags.joins(lane)]
  yield [nameOf('pending'), tags.pending()]
  yield [nameOf('found'), tags.found(false)]
  yield [nameOf('current'), tags.found(true)]
  yield [nameOf('kept'), tags.kept()]
}

/** Everything that is painted in a block. */
export function strokesIn(
  block: number,
  shown: Shown,
  index: TextIndex,
  tags: TagPaint,
  sheet: HighlightSheet,
): Stroke[] {
  const from = index.starts[block]!
  const to = index.ends[block]!
  const strokes: Stroke[] = []
  const add = (span: Span, layer: Layer, of = 0, lane = 0) => {
    const start = Math.max(from, span.start)
    const end = Math.min(to, span.end)
    if (start >= end) return
    const name = nameOf(layer, of, lane)
    const priority = layers.indexOf(layer) * prioritiesPerLayer + lane
    strokes.push({ highlight: sheet.highlight(name, priority), start, end })
  }
  const addAll = (id: AnnotationId | null, layer: Layer) => {
    if (id === null) return
    const tag = shown.annotations.tagOf(id)
    if (tag === undefined) return
    for (const span of spansOf(id, shown)) add(span, layer, layer === 'pending' ? 0 : tags.lookOf(tag))
  }

  // What lies further out than there is room for is told by its bar in the margin.
  const addLine = (span: Span, layer: 'line' | 'second' | 'dimmed' | 'joins', of: number, lane: number) => {
    if (lane < tags.laneRoom.lanes) add(span, layer, of, lane)
  }

  const tinted: Tagged[] = []
  for (const stretch of taggedIn(block, shown, tags)) {
    const { tag, lane, start, end, nextStart, lastEnd } = stretch
    if (tags.isDimmed(tag)) {
      addLine(stretch, 'dimmed', roles.indexOf(tags.roleOf(tag)), lane)
      continue
    }
    tinted.push(stretch)
    if (nextStart !== null) addLine({ start: end, end: nextStart }, 'joins', 0, lane)
    // Where the two stand in different blocks; else it is drawn already.
    if (lastEnd !== null && lastEnd < from) addLine({ start: lastEnd, end: start }, 'joins', 0, lane)
  }
  const whole = new Set<Tagged>()
  for (const { start, end, of } of withoutOverlaps([...tintsOf(tinted, shown)])) {
    if (of === null) continue
    if (of.lane === 0 && start === of.start && end === of.end) {
      whole.add(of)
      add(of, 'tag', tags.lookOf(of.tag))
    } else add({ start, end }, 'tint', tags.lookOf(of.tag))
  }
  for (const stretch of tinted) {
    if (!whole.has(stretch)) addLine(stretch, 'line', tags.lookOf(stretch.tag), stretch.lane)
    if (tags.lineOf(stretch.tag).second) addLine(stretch, 'second', tags.lookOf(stretch.tag), stretch.lane)
  }
  const { found, currentFound } = shown
  for (let i = firstReaching(found, from); i < found.start.length && found.start[i]! < to; i++) {
    add({ start: found.start[i]!, end: found.end[i]! }, i === currentFound ? 'current' : 'found')
  }
  addAll(shown.hovered, 'hovered')
  addAll(shown.pending, 'pending')
  addAll(shown.focused, 'focused')
  if (shown.kept) add(shown.kept, 'kept')
  return strokes
}

/** The annotation in focus has a tint of its own and lets none be under it. */
function* tintsOf(tagged: readonly Tagged[], shown: Shown): Generator<Tint<Tagged | null>> {
  for (const one of tagged) yield { start: one.start, end: one.end, height: one.lane, of: one }
  if (shown.focused === null) return
  for (const { start, end } of spansOf(shown.focused, shown)) yield { start, end, height: Infinity, of: null }
}

/** What the margins say about a block. */
export function marksIn(block: number, shown: Shown, index: TextIndex, tags: TagPaint): MarginMark[] {
  const from = index.starts[block]!
  const to = index.ends[block]!
  return [...taggedIn(block, shown, tags)]
    .filter(({ start, end }) => Math.max(from, start) < Math.min(to, end))
    .map(({ id, tag, start, end, lane, isFirst, isLast, nextStart, lastEnd }) => ({
      id,
      tagName: tags.get(tag)?.name ?? '',
      start: Math.max(from, start),
      end: Math.min(to, end),
      lane,
      isDimmed: tags.isDimmed(tag),
      line: tags.colors(tag).line,
      ink: tags.colors(tag).ink,
      lineKind: tags.lineOf(tag),
      isFirst: isFirst && start >= from,
      comesFrom: start < from,
      goesOn: end > to,
      isJoinedToBefore: lastEnd !== null && start >= from,
      isJoinedBelow: nextStart !== null && nextStart > to && end <= to,
      isUnanswered: isUnanswered(id, tag, shown.links, tags),
      link: isLast && end <= to && shown.links.get(id)?.links ? shown.links.get(id) : undefined,
    }))
}

/** How many passages of a block are not drawn, since too many lie over each other. */
export function undrawnIn(block: number, { annotations, focused }: Shown, tags: TagPaint): number {
  const { lane, tag, annotation } = annotations.rows
  let count = 0
  for (const row of annotations.laidOutIn(block))
    if (lane[row] === undrawn && annotation[row] !== focused && tags.isShown(tag[row]!)) count += 1
  return count
}

/** Passages of other documents that reach into a block. */
export function copiesIn(block: number, { copies }: Shown, index: TextIndex): BlockCopy[] {
  const from = index.starts[block]!
  const to = index.ends[block]!
  const inside: BlockCopy[] = []
  for (let i = firstWhere(0, copies.length, (at) => copies[at]!.end > from); i < copies.length; i++) {
    const copy = copies[i]!
    if (copy.start >= to) break
    inside.push({
      copy,
      start: Math.max(from, copy.start),
      end: Math.min(to, copy.end),
      isFirst: copy.start >= from,
      goesOn: copy.end > to,
    })
  }
  return inside
}

/** Whether an annotation is a claim that no link stands against. */
export function isUnanswered(id: AnnotationId, tag: number, links: Shown['links'], tags: TagPaint): boolean {
  return tags.roleOf(tag) === 'claim' && !links.get(id)?.answered
}

interface Tagged extends Span {
  id: AnnotationId
  tag: number
  lane: number
  isFirst: boolean
  isLast: boolean
  /** Of the annotation’s parts before and after, where they are so near that a line joins them to this one. */
  lastEnd: number | null
  nextStart: number | null
}

function* taggedIn(
  block: number,
  { annotations, adjusting, focused }: Shown,
  tags: TagPaint,
): Generator<Tagged> {
  const { rows } = annotations
  for (const row of annotations.laidOutIn(block)) {
    const tag = rows.tag[row]!
    const id = rows.annotation[row]! as AnnotationId
    const isDrawn = rows.lane[row] !== undrawn && tags.isShown(tag)
    if (id === adjusting?.id || (id !== focused && !isDrawn)) continue
    yield {
      id,
      tag,
      start: rows.start[row]!,
      end: rows.end[row]!,
      lane: laneOf(row, rows),
      isFirst: rows.isFirst(row),
      isLast: rows.isLast(row),
      nextStart: rows.isJoined(row) ? rows.start[rows.nextSpan[row]!]! : null,
      lastEnd: joinedEnd(row, rows),
    }
  }
  if (!adjusting) return
  const drawn = rows.rowsOf(adjusting.id)
  for (const [i, span] of adjusting.spans.entries()) {
    const row = drawn[i] ?? drawn[0]
    if (row === undefined) return
    const isLast = i === adjusting.spans.length - 1
    const joins = { lastEnd: null, nextStart: null }
    yield {
      ...{ ...span, ...joins, id: adjusting.id, tag: rows.tag[row]!, lane: laneOf(row, rows) },
      ...{ isFirst: i === 0, isLast },
    }
  }
}

/** That in focus is drawn also where there are too many. */
const laneOf = (row: number, { lane }: Annotations['rows']): number => Math.min(lane[row]!, laneCount - 1)

/** Where the part before ends, if it is joined to this one. */
function joinedEnd(row: number, rows: Annotations['rows']): number | null {
  if (rows.isFirst(row)) return null
  const parts = rows.rowsOf(rows.annotation[row]!)
  const before = parts[parts.indexOf(row) - 1]
  return before !== undefined && rows.isJoined(before) ? rows.end[before]! : null
}

/** An annotation’s spans as they are to be seen. */
export function spansOf(id: AnnotationId, { annotations, adjusting }: Shown): readonly Span[] {
  return adjusting?.id === id ? adjusting.spans : annotations.spansOf(id)
}

function firstReaching({ end }: Stretches, offset: number): number {
  return firstWhere(0, end.length, (i) => end[i]! > offset)
}
