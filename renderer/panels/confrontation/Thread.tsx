import type { AnswerRow } from '../../store/argument/confrontation-rows.ts'
import { deepest, type Layout } from './layout.ts'

/** In CSS pixels: where the threads turn to an answer. */
const turn = 24
const bend = 8

export interface ThreadProps {
  row: AnswerRow
  isFirst: boolean
  layout: Layout
}

/** The part of the threads that goes through a row: to its answer, and past it to those below. */
export function Thread({ row, isFirst, layout }: ThreadProps) {
  const { goesOn, isLast } = row
  const { rowHeight: height, gutter, step } = layout
  const depth = Math.min(goesOn.length, deepest)
  const xOf = (level: number) => (level === 0 ? gutter / 2 - 2 : gutter + (level - 1) * step + step / 2)
  const width = gutter + depth * step
  const x = xOf(depth)
  const passing = goesOn.slice(0, depth).flatMap((on, level) => (on ? [xOf(level)] : []))
  const isBeginning = isFirst && depth === 0
  const trunk = isBeginning ? turn : 0
  const down = isLast ? turn - bend : height
  return (
    <svg aria-hidden className="confronted-thread" width={width} height={height}>
      {passing.map((at) => (
        <path key={at} className="confronted-trunk" d={`M${at} 0V${height}`} />
      ))}
      {down > trunk && <path className="confronted-trunk" d={`M${x} ${trunk}V${down}`} />}
      <path
        d={isBeginning ? `M0 ${turn}H${width}` : `M${x} ${turn - bend}q0 ${bend} ${bend} ${bend}H${width}`}
      />
    </svg>
  )
}
