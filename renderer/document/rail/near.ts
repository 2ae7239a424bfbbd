import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import type { Shown } from '../painting/strokes.ts'
import type { TagPaint } from '../painting/tag-paint.ts'
import { firstWhere } from '../text/near-window.ts'
import type { RailMarks, RailSource } from './marks.ts'

/** What stands near a row of the rail: the nearest of each kind, and how many by tag. */
export interface NearMarks {
  annotation: Span | null
  claim: Span | null
  found: Span | null
  counts: ReadonlyMap<number, number>
  unanswered: number
  foundCount: number
  /** The most other documents that a copied passage there stands in; 0 where there is none. */
  copied: number
}

const reach = 5
const mostTagsNamed = 5

export function marksNear(
  marks: RailMarks,
  source: RailSource,
  { found, copies }: Pick<Shown, 'found' | 'copies'>,
  y: number,
): NearMarks | null {
  const { annotations } = source
  const { rows } = annotations
  const counts = new Map<number, number>()
  const annotation = nearest(y)
  const claim = nearest(y)
  let unanswered = 0
  for (const block of marks.blocksIn(y - reach, y + reach + 1)) {
    for (const row of annotations.inBlock(block)) {
      const tag = rows.tag[row]!
      const span = { start: rows.start[row]!, end: rows.end[row]! }
      const at = marks.rowOf(span.start)
      if (!source.isDrawn(tag) || !rows.isFirst(row) || Math.abs(at - y) > reach) continue
      // One that reaches over several blocks is met in each.
      if (marks.rowOf(span.start, block) !== at) continue
      counts.set(tag, (counts.get(tag) ?? 0) + 1)
      annotation.add(at, span)
      if (!source.isClaim(tag)) continue
      claim.add(at, span)
      if (!source.isAnswered(rows.annotation[row]! as AnnotationId)) unanswered++
    }
  }

  const foundNear = nearest(y)
  let foundCount = 0
  const { start, end } = found
  const first = firstWhere(0, start.length, (i) => marks.rowOf(start[i]!) >= y - reach)
  for (let i = first; i < start.length && marks.rowOf(start[i]!) <= y + reach; i++, foundCount++)
    foundNear.add(marks.rowOf(start[i]!), { start: start[i]!, end: end[i]! })

  let copied = 0
  const at = firstWhere(0, copies.length, (i) => marks.rowOf(copies[i]!.end) >= y - 1)
  for (let i = at; i < copies.length && marks.rowOf(copies[i]!.start) <= y + 1; i++)
    copied = Math.max(copied, copies[i]!.documents)

  if (counts.size === 0 && foundCount === 0 && copied === 0) return null
  return {
    annotation: annotation.span,
    claim: claim.span,
    found: foundNear.span,
    counts,
    unanswered,
    foundCount,
    copied,
  }
}

function nearest(y: number) {
  let best = Number.POSITIVE_INFINITY
  const kept = {
    span: null as Span | null,
    add(at: number, span: Span) {
      if (Math.abs(at - y) >= best) return
      best = Math.abs(at - y)
      kept.span = span
    },
  }
  return kept
}

/** One line a tag, the most frequent first. */
export function wordsFor({ counts, unanswered, foundCount, copied }: NearMarks, tags: TagPaint): string {
  const byCount = [...counts].sort((a, b) => b[1] - a[1])
  const lines = byCount
    .slice(0, mostTagsNamed)
    .map(([tag, count]) => `${tags.get(tag)?.name ?? ''} ${count.toLocaleString('en')}`)
  const others = byCount.slice(mostTagsNamed).reduce((sum, [, count]) => sum + count, 0)
  if (others > 0) lines.push(`Others ${others.toLocaleString('en')}`)
  if (unanswered > 0) lines.push(`${unanswered.toLocaleString('en')} unanswered`)
  if (foundCount > 0) lines.push(`Found ${foundCount.toLocaleString('en')}`)
  if (copied > 0)
    lines.push(`Stands also in ${copied.toLocaleString('en')} ${copied === 1 ? 'document' : 'documents'}`)
  return lines.join('\n')
}
