import type { Stance } from '../../preload/contract/argument-graph/graph.ts'
import type { Point } from './drawing.ts'

/** The head at the end of a line: a filled triangle for support, a bar for attack, an open angle for others. */
export function headOf(points: readonly Point[], stance: Stance): string {
  const [before, end] = [points.at(-2), points.at(-1)]
  if (!before || !end) return ''
  const length = Math.hypot(end.x - before.x, end.y - before.y) || 1
  const along = { x: (end.x - before.x) / length, y: (end.y - before.y) / length }
  const at = (back: number, side: number) =>
    `${(end.x - along.x * back - along.y * side).toFixed(1)} ${(end.y - along.y * back + along.x * side).toFixed(1)}`
  if (stance === 'against') return `M${at(3, 7)}L${at(3, -7)}`
  const angle = `M${at(9, 5)}L${at(1, 0)}L${at(9, -5)}`
  return stance === 'for' ? `${angle}Z` : angle
}
