import type { AnnotationId } from '../../preload/contract/ids.ts'
import type { Span } from '../../preload/contract/text.ts'
import type { Adjusting } from './adjusting.ts'
import type { Annotations } from './annotations.ts'
import type { HighlightSheet, Paint } from './highlight-sheet.ts'
import type { MarginMark } from './margin-marks.ts'
import { firstWhere } from './near-window.ts'
import type { Stroke } from './painter.ts'
import type { TagPaint } from './tag-paint.ts'
import type { TextIndex } from './text-index.ts'
import type { LinkMark } from './view.ts'

/** What is to be seen over the text at present. */
export interface Shown {
  annotations: Annotations
  links: Map<AnnotationId, LinkMark>
  focused: AnnotationId | null
  hovered: AnnotationId | null
  pending: AnnotationId | null
  /** Drawn in place of the spans that the annotation has. */
  adjusting: Adjusting | null
  found: readonly Span[]
  currentFound: number | null
  /** The selection while the keyboard is elsewhere. */
  kept: Span | null
}

// Later ones lie over earlier ones. Lanes of tags come first.
const layers = ['tag', 'found', 'hovered', 'pending', 'focused', 'current', 'kept'] as const
type Layer = (typeof layers)[number]
const prioritiesPerLayer = 100

/** `number` is a tag, where the paint hangs on one. */
function nameOf(layer: Layer, number = 0, lane = 0): string {
  return `${layer}-${number}-${lane}`
}

/** How the highlights that `strokesIn` asks for are painted. */
export function paintOf(name: string, tags: TagPaint): Paint {
  const [layer, number, lane] = name.split('-')
  const tag = Number(number)
  switch (layer as Layer) {
    case 'tag':
      return tags.tagged(tag, Number(lane))
    case 'focused':
      return tags.focused(tag)
    case 'hovered':
      return tags.hovered(tag)
    case 'pending':
      return tags.pending()
    case 'found':
      return tags.found(false)
    case 'current':
      return tags.found(true)
    case 'kept':
      return tags.kept()
  }
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
  const add = (span: Span, layer: Layer, tag = 0, lane = 0) => {
    const start = Math.max(from, span.start)
    const end = Math.min(to, span.end)
    if (start >= end) return
    const priority = layers.indexOf(layer) * prioritiesPerLayer + lane
    strokes.push({ highlight: sheet.highlight(nameOf(layer, tag, lane), priority), start, end })
  }
  const addAll = (id: AnnotationId | null, layer: Layer) => {
    if (id === null) return
    const tag = shown.annotations.tagOf(id)
    if (tag === undefined || !tags.isShown(tag)) return
    for (const span of spansOf(id, shown)) add(span, layer, layer === 'pending' ? 0 : tag)
  }

  for (const stretch of taggedIn(block, shown, tags)) add(stretch, 'tag', stretch.tag, stretch.lane)
  for (let i = firstReaching(shown.found, from); i < shown.found.length && shown.found[i]!.start < to; i++) {
    add(shown.found[i]!, i === shown.currentFound ? 'current' : 'found')
  }
  addAll(shown.hovered, 'hovered')
  addAll(shown.pending, 'pending')
  addAll(shown.focused, 'focused')
  if (shown.kept) add(shown.kept, 'kept')
  return strokes
}

/** What the margins say about a block. */
export function marksIn(block: number, shown: Shown, index: TextIndex, tags: TagPaint): MarginMark[] {
  const from = index.starts[block]!
  const to = index.ends[block]!
  return [...taggedIn(block, shown, tags)]
    .filter(({ start, end }) => Math.max(from, start) < Math.min(to, end))
    .map(({ id, tag, start, end, lane, isLast }) => ({
      id,
      tagName: tags.get(tag)?.name ?? '',
      start: Math.max(from, start),
      end: Math.min(to, end),
      lane,
      line: tags.colors(tag).line,
      ink: tags.colors(tag).ink,
      link: isLast && end <= to ? shown.links.get(id) : undefined,
    }))
}

interface Tagged extends Span {
  id: AnnotationId
  tag: number
  lane: number
  isLast: boolean
}

function* taggedIn(block: number, { annotations, adjusting }: Shown, tags: TagPaint): Generator<Tagged> {
  const { rows } = annotations
  for (const row of annotations.inBlock(block)) {
    const tag = rows.tag[row]!
    const id = rows.annotation[row]! as AnnotationId
    if (id === adjusting?.id || !tags.isShown(tag)) continue
    yield {
      id,
      tag,
      start: rows.start[row]!,
      end: rows.end[row]!,
      lane: rows.lane[row]!,
      isLast: rows.isLast(row),
    }
  }
  if (!adjusting) return
  const drawn = rows.rowsOf(adjusting.id)
  for (const [i, span] of adjusting.spans.entries()) {
    const row = drawn[i] ?? drawn[0]
    if (row === undefined) return
    const isLast = i === adjusting.spans.length - 1
    yield { ...span, id: adjusting.id, tag: rows.tag[row]!, lane: rows.lane[row]!, isLast }
  }
}

/** An annotation’s spans as they are to be seen. */
export function spansOf(id: AnnotationId, { annotations, adjusting }: Shown): readonly Span[] {
  return adjusting?.id === id ? adjusting.spans : annotations.spansOf(id)
}

function firstReaching(spans: readonly Span[], offset: number): number {
  return firstWhere(spans.length, (i) => spans[i]!.end > offset)
}
