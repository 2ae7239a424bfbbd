import { usualReading } from '../../../preload/contract/preferences.ts'
import { laneCount } from './lanes.ts'
import type { TagLine } from './tag-lines.ts'

/** How the lines of overlapping annotations stand under the words of a text, in CSS pixels. */
export interface LaneRoom {
  /** How many lanes there is room for before the next line’s letters; what lies further out has its bar in the margin alone. */
  lanes: number
  /** From one to the next. */
  step: number
  /** Of a line, so that some paper is left between two; at least 2. */
  mostWidth: number
}

/** Of the first lane from the baseline, in ems. */
export const firstLane = 0.14
/** What the letters of the next line need above its baseline, in ems: small ones and some air. */
const smallLetters = 0.62
/** In ems, so that a line of any kind is drawn as it is; less where that makes room for so many. */
const usualStep = 0.225
const usualLanes = 4
/** Closer together two lines could not be told apart, nor a thick one from a thin one. */
const leastStep = 3
const thickest = 3

/** `size`: of the letters in CSS pixels; `leading`: from line to line as a multiple of it. */
export function laneRoom(size: number, leading: number): LaneRoom {
  const beyondFirst = (leading - smallLetters - firstLane) * size - 1
  const step = Math.max(leastStep, Math.min(usualStep * size, beyondFirst / (usualLanes - 1)))
  const lanes = Math.max(1, Math.min(laneCount, Math.floor(beyondFirst / step + 1e-9) + 1))
  return { lanes, step, mostWidth: step - 1 }
}

/**
 * A line that leaves the next lane free. Where the thickest has no room all are thinner by the same, so that thick and
 * thin stay apart; the browser draws whole pixels. What has two strokes is three pixels high at the least.
 */
export function fitted(line: TagLine, { mostWidth }: LaneRoom): TagLine {
  const tooThick = Math.max(0, thickest - Math.floor(mostWidth))
  return { ...line, width: Math.max(1, line.width - tooThick) }
}

export const usualLaneRoom = laneRoom(usualReading.textSize, usualReading.leading)

/** For the text in an element: read from where its setting is written, since asking for its style would have all of it styled. */
export function laneRoomIn(element: HTMLElement): LaneRoom {
  return laneRoom(
    written(element, '--reading-size') ?? usualReading.textSize,
    written(element, '--reading-leading') ?? usualReading.leading,
  )
}

function written(element: HTMLElement, name: string): number | undefined {
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    const value = Number.parseFloat(at.style.getPropertyValue(name))
    if (value > 0) return value
  }
  return undefined
}
