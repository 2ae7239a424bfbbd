import type { PlacedMark } from './margin-mark.ts'
import type { TagLine } from './tag-lines.ts'

/** A stroke in the margin; heights from the top of the block. */
export interface Bar {
  top: number
  bottom: number
  lane: number
  color: string
  line: TagLine
  isDimmed: boolean
  /** A bracket’s ends, of an annotation that crosses paragraphs. */
  opens: boolean
  closes: boolean
}

const leastHeight = 4
const joining: TagLine = { style: 'dotted', width: 2 }

/**
 * The bars beside a block: one for each annotation’s part, brackets where it crosses paragraphs, dotted where a bar
 * only joins the parts of one annotation. `below`: where the next block begins. Two bars of one lane that would
 * stand beside the same line share it.
 */
export function barsBeside(marks: readonly PlacedMark[], below: number): Bar[] {
  const bars: Bar[] = []
  const lastInLane = new Map<number, Bar>()
  const lastOf = new Map<number, Bar>()
  const join = (top: number, bottom: number, bar: Bar) => {
    if (bottom - top >= leastHeight)
      bars.push({ ...bar, top, bottom, line: joining, opens: false, closes: false })
  }

  for (const { mark, place } of marks) {
    const crosses = mark.comesFrom || mark.goesOn
    const bar: Bar = {
      top: mark.comesFrom ? 0 : place.top,
      bottom: mark.goesOn ? below : place.bottom,
      lane: mark.lane,
      color: mark.line,
      line: mark.lineKind,
      isDimmed: mark.isDimmed,
      opens: crosses && !mark.comesFrom,
      closes: crosses && !mark.goesOn,
    }
    const before = lastInLane.get(mark.lane)
    if (before && before.bottom > bar.top) {
      const middle = (Math.max(before.top, bar.top) + Math.min(before.bottom, bar.bottom)) / 2
      before.bottom = Math.max(before.top + leastHeight, middle - 1)
      bar.top = before.bottom + 2
      bar.bottom = Math.max(bar.bottom, bar.top + leastHeight)
    }
    const part = lastOf.get(mark.id)
    if (part && mark.isJoinedToBefore) join(part.bottom, bar.top, bar)
    else if (mark.isJoinedToBefore) join(0, bar.top, bar)
    if (mark.isJoinedBelow) join(bar.bottom, below, bar)
    bars.push(bar)
    lastInLane.set(mark.lane, bar)
    lastOf.set(mark.id, bar)
  }
  return bars
}
