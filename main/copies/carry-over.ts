import { aligned } from '../../preload/contract/comparing/align.ts'
import type { Span } from '../../preload/contract/text.ts'
import { type Units, unitsOf } from './units.ts'

/** Where the words of an annotation stand in a copy, and how sure that is. */
export interface Carried {
  spans: Span[]
  /** Words of the passage, and how many of them stand in the copy. */
  words: number
  same: number
  /** Nothing is missing, changed or put in between. */
  isCertain: boolean
}

/** Less than this share of the words in the copy, and the annotation has no place there. */
const leastShare = 0.5

/** A stretch of a text with its words. `from`: where `units` begin in the text, in UTF-16 code units. */
export interface Side {
  text: string
  span: Span
}

/** Where stretches of one passage stand in its copy; made once for a pair of passages. */
export function carrier(from: Side, to: Side): (spans: readonly Span[]) => Carried | null {
  const a = unitsWithin(from)
  const b = unitsWithin(to)
  const partner = aligned(a.hash, b.hash)

  const carrySpan = ({ start, end }: Span): (Carried & { span: Span }) | null => {
    const first = a.end.findIndex((unitEnd) => unitEnd > start)
    const past = a.start.findIndex((unitStart) => unitStart >= end)
    const last = (past < 0 ? a.start.length : past) - 1
    if (first < 0 || last < first || start < from.span.start || end > from.span.end) return null
    const places = [...partner.subarray(first, last + 1)].filter((place) => place >= 0)
    const words = last - first + 1
    if (places.length < leastShare * words) return null
    const [lowest, highest] = [
      startPlace(partner, first, places[0]!),
      endPlace(partner, last, places.at(-1)!, b.hash.length),
    ]
    const span = withEdges(
      { ...from, start, end, unitStart: a.start[first]!, unitEnd: a.end[last]! },
      { ...to, unitStart: b.start[lowest]!, unitEnd: b.end[highest]! },
    )
    return {
      span,
      spans: [span],
      words,
      same: places.length,
      isCertain: places.length === words && highest - lowest + 1 === words,
    }
  }

  return (spans) => {
    const carried = spans.map(carrySpan)
    const there = carried.filter((one) => one !== null)
    if (there.length === 0) return null
    const words = there.reduce((sum, one) => sum + one.words, 0)
    const apart = there.every((one, at) => at === 0 || there[at - 1]!.span.end < one.span.start)
    return {
      spans: apart ? there.map(({ span }) => span) : [hull(there.map(({ span }) => span))],
      words,
      same: there.reduce((sum, one) => sum + one.same, 0),
      isCertain: apart && there.length === spans.length && there.every((one) => one.isCertain),
    }
  }
}

/** The words that stand in a stretch of a text; their offsets are those of the whole text. */
export function unitsWithin({ text, span: { start, end } }: Side): Units {
  const units = unitsOf(text.slice(start, end))
  const moved = (column: Int32Array) => column.map((offset) => offset + start)
  return { hash: units.hash, start: moved(units.start), end: moved(units.end) }
}

/** Where the first words are others in the copy, those that stand in their place belong to it. */
function startPlace(partner: Int32Array, first: number, lowest: number): number {
  if (partner[first]! >= 0) return lowest
  const before = first === 0 ? -1 : partner[first - 1]!
  return first === 0 || before >= 0 ? Math.min(lowest, before + 1) : lowest
}

function endPlace(partner: Int32Array, last: number, highest: number, length: number): number {
  if (partner[last]! >= 0) return highest
  const after = last + 1 === partner.length ? length : partner[last + 1]!
  return after >= 0 ? Math.max(highest, after - 1) : highest
}

interface Edge extends Side {
  unitStart: number
  unitEnd: number
}

/** With the same signs before the first and after the last word, and the same part of these, as in the passage itself. */
function withEdges(from: Edge & Span, to: Edge): Span {
  const lead = from.start - from.unitStart
  const tail = from.end - from.unitEnd
  return {
    start: to.unitStart + (fits(from, to, from.unitStart, to.unitStart, lead) ? lead : 0),
    end: to.unitEnd + (fits(from, to, from.unitEnd, to.unitEnd, tail) ? tail : 0),
  }
}

/** Whether what lies between a place and one `by` code units on (or back) reads the same in both texts. */
function fits(from: Side, to: Side, at: number, toAt: number, by: number): boolean {
  const piece = (text: string, place: number) =>
    by < 0 ? text.slice(Math.max(0, place + by), place) : text.slice(place, place + by)
  return piece(from.text, at) === piece(to.text, toAt) && piece(to.text, toAt).length === Math.abs(by)
}

const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
})
