import type { AnnotationId } from '../../../preload/contract/ids.ts'
import type { Span } from '../../../preload/contract/text.ts'
import type { Unit } from '../view.ts'
import type { Bounds, Edge } from './bounds.ts'

/** One end of one span of an annotation. */
export interface End {
  span: number
  edge: Edge
}

/** The ends of an annotation while they are being moved. `end` is the one that moves. */
export interface Adjusting {
  id: AnnotationId
  before: readonly Span[]
  spans: readonly Span[]
  end: End
}

export function beginAdjusting(id: AnnotationId, spans: readonly Span[], end: End): Adjusting {
  return { id, before: spans, spans, end }
}

export function offsetOf({ spans, end }: Adjusting): number {
  return spans[end.span]![end.edge]
}

/** Goes to the next or previous end, round and round. */
export function turnToEnd(state: Adjusting, step: 1 | -1): Adjusting {
  const count = state.spans.length * 2
  const at = state.end.span * 2 + (state.end.edge === 'end' ? 1 : 0)
  const next = (at + step + count) % count
  return { ...state, end: { span: next >> 1, edge: next % 2 ? 'end' : 'start' } }
}

/**
 * Moves the end as near to an offset as its neighbours allow: a span keeps at least one character, and one
 * character stays between two spans.
 */
export function moveTo(state: Adjusting, offset: number, bounds: Bounds, length: number): Adjusting {
  const { span: i, edge } = state.end
  const span = state.spans[i]!
  const [least, most] =
    edge === 'start'
      ? [(state.spans[i - 1]?.end ?? -1) + 1, bounds.wholeCharacter(span.end - 1, -1)]
      : [bounds.wholeCharacter(span.start + 1, 1), (state.spans[i + 1]?.start ?? length + 1) - 1]
  const inside = Math.max(least, Math.min(offset, most))
  const whole = bounds.inText(bounds.wholeCharacter(inside, edge === 'start' ? -1 : 1), edge)
  if (whole < least || whole > most) return state
  return { ...state, spans: state.spans.with(i, { ...span, [edge]: whole }) }
}

export function moveBy(
  state: Adjusting,
  unit: Unit,
  direction: 1 | -1,
  bounds: Bounds,
  length: number,
): Adjusting {
  return moveTo(state, bounds.step(offsetOf(state), unit, direction, state.end.edge), bounds, length)
}

/** Moves all of it, each end to the next place where one can stand; stays where a part would leave the text. */
export function moveAllBy(
  state: Adjusting,
  unit: Unit,
  direction: 1 | -1,
  bounds: Bounds,
  length: number,
): Adjusting {
  const spans = state.spans.map(({ start, end }) => ({
    start: bounds.inText(bounds.step(start, unit, direction, 'start'), 'start'),
    end: bounds.inText(bounds.step(end, unit, direction, 'end'), 'end'),
  }))
  const isOutside = state.spans.some((before, i) => {
    const { start, end } = spans[i]!
    const stays = start === before.start || end === before.end
    return stays || start >= end || start < 0 || end > length || (spans[i - 1]?.end ?? -1) >= start
  })
  return isOutside ? state : { ...state, spans }
}

export function isMoved({ before, spans }: Adjusting): boolean {
  return differ(before, spans)
}

/** Whether spans of one annotation stand elsewhere than before. */
export function differ(before: readonly Span[], spans: readonly Span[]): boolean {
  return spans.some((span, i) => span.start !== before[i]!.start || span.end !== before[i]!.end)
}
