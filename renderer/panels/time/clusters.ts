import type { DaySpan } from '../../../preload/contract/dates.ts'
import type { AnnotationId, ClaimId, DocumentId } from '../../../preload/contract/ids.ts'
import type { Voice } from '../../../preload/contract/speaker.ts'
import type { Marks } from '../../../preload/contract/timeline.ts'
import { MarkKind } from '../../../preload/contract/timeline.ts'
import type { Dated, Dates } from '../../store/argument/lives.ts'

/** Later than any day there is. */
const late = Number.MAX_SAFE_INTEGER

/** A passage that states a claim or answers it. */
export interface Mark {
  /** `annotation link` */
  key: string
  kind: 'stated' | 'answered'
  annotation: AnnotationId
  document: DocumentId
  /** Null where the document has no date that can be read. */
  dated: Dated | null
  voice: Voice
  link: number
  /** Whether nothing of its kind stands before it. */
  isFirst: boolean
}

/** Marks that are too near each other to be told apart, drawn as one. */
export interface Cluster {
  kind: Mark['kind']
  /** In time order. */
  marks: Mark[]
  /** Null: without a date. */
  days: DaySpan | null
  /** Whether it is a year or a month, and not a day. */
  isSpan: boolean
}

/** The marks of each claim, in time order. */
export function marksByClaim(marks: Marks, dates: Dates): Map<ClaimId, Mark[]> {
  const byClaim = new Map<ClaimId, Mark[]>()
  const begun = new Set<string>()
  for (let i = 0; i < marks.claim.length; i++) {
    const claim = marks.claim[i] as ClaimId
    const kind = marks.kind[i] === MarkKind.stated ? 'stated' : 'answered'
    const dated = dates.of(marks.document[i]!)
    const mark: Mark = {
      key: `${marks.annotation[i]} ${marks.link[i]}`,
      kind,
      annotation: marks.annotation[i] as AnnotationId,
      document: marks.document[i] as DocumentId,
      dated,
      voice: marks.voices[marks.voice[i]!]!,
      link: marks.link[i]!,
      isFirst: dated !== null && !begun.has(`${claim} ${kind}`),
    }
    if (dated) begun.add(`${claim} ${kind}`)
    const known = byClaim.get(claim)
    if (known) known.push(mark)
    else byClaim.set(claim, [mark])
  }
  return byClaim
}

/**
 * Marks that stand together on an axis of so many days a pixel: days of one kind nearer than a mark is wide, and years
 * or months that are the same. In time order, those without a date at the end.
 */
export function clustersOf(marks: readonly Mark[], daysPerPixel: number, markWidth: number): Cluster[] {
  const clusters: Cluster[] = []
  for (const kind of ['stated', 'answered'] as const) {
    let latest: Cluster | undefined
    const spans = new Map<string, Cluster>()
    const undated: Cluster = { kind, marks: [], days: null, isSpan: false }
    for (const mark of marks) {
      if (mark.kind !== kind) continue
      const { dated } = mark
      if (!dated) undated.marks.push(mark)
      else if (dated.last > dated.first) {
        const same = spans.get(dated.date)
        if (same) same.marks.push(mark)
        else {
          const made = { kind, marks: [mark], days: dated, isSpan: true }
          spans.set(dated.date, made)
          clusters.push(made)
        }
      } else if (latest && (dated.first - latest.days!.first) / daysPerPixel < markWidth) {
        latest.marks.push(mark)
        latest.days = { first: latest.days!.first, last: dated.last }
      } else {
        latest = { kind, marks: [mark], days: { first: dated.first, last: dated.last }, isSpan: false }
        clusters.push(latest)
      }
    }
    if (undated.marks.length > 0) clusters.push(undated)
  }
  return clusters.sort(
    (a, b) =>
      (a.days?.first ?? late) - (b.days?.first ?? late) ||
      (a.days?.last ?? 0) - (b.days?.last ?? 0) ||
      (a.kind === b.kind ? 0 : a.kind === 'stated' ? -1 : 1) ||
      0,
  )
}
