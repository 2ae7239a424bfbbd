import type { AnnotationId } from '../../../preload/contract/ids.ts'
import { isUnanswered, type Shown } from '../painting/strokes.ts'
import type { TagPaint } from '../painting/tag-paint.ts'
import type { TextIndex } from '../text/text-index.ts'
import type { SpokenSegment } from './spoken.ts'

interface Part {
  start: number
  end: number
  begins: string
  ends: string
}

/**
 * What a screen reader is told of the annotations in a block: at the beginning and at the end of each, and at the
 * beginning of a further block that it goes on in. In reading order, none overlapping.
 */
export function spokenIn(block: number, shown: Shown, index: TextIndex, tags: TagPaint): SpokenSegment[] {
  const parts = partsIn(block, shown, index, tags)
  const edges = [...new Set(parts.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b)
  const segments: SpokenSegment[] = []
  for (const [i, start] of edges.entries()) {
    const end = edges[i + 1]
    if (end === undefined || !parts.some((part) => part.start <= start && end <= part.end)) continue
    segments.push({
      start,
      end,
      before: inOne(parts.filter((part) => part.start === start).map((part) => part.begins)),
      // The one that began last ends first.
      after: inOne(
        parts
          .filter((part) => part.end === end)
          .map((part) => part.ends)
          .reverse(),
      ),
    })
  }
  return segments
}

function partsIn(block: number, shown: Shown, index: TextIndex, tags: TagPaint): Part[] {
  const from = index.starts[block]!
  const to = index.ends[block]!
  const { annotations } = shown
  const { rows } = annotations
  const parts: Part[] = []
  for (const row of annotations.inBlock(block)) {
    const tag = rows.tag[row]!
    const start = rows.start[row]!
    const end = rows.end[row]!
    if (!tags.isShown(tag) || Math.max(from, start) >= Math.min(to, end)) continue
    const id = rows.annotation[row]! as AnnotationId
    const of = rows.rowsOf(id)
    const name = [
      tags.get(tag)?.name ?? 'Annotation',
      isUnanswered(id, tag, shown.links, tags) && 'unanswered',
      of.length > 1 && `part ${of.indexOf(row) + 1} of ${of.length}`,
    ]
    const words = name.filter(Boolean).join(', ')
    parts.push({
      start: Math.max(from, start),
      end: Math.min(to, end),
      begins: `${words}, ${start < from ? 'goes on' : 'begin'}`,
      ends: end > to ? '' : `${tags.get(tag)?.name ?? 'Annotation'}, end`,
    })
  }
  return parts
}

function inOne(words: readonly string[]): string {
  return words.filter(Boolean).join('; ')
}
