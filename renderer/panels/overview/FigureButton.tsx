import { useEffect, useRef } from 'react'
import { useWorkbench } from '../../store/workbench.ts'
import type { ChartRow, Figure } from './chart-data.ts'

export interface FigureButtonProps {
  figure: Figure
  chart: string
  row: Pick<ChartRow, 'key' | 'title'>
  part: number
  /** What it counts, as the head of its column. */
  name: string
  parts: number
  /** Whether Tab stops at it. */
  isStop: boolean
}

/** A number that leads to what it counts. It takes the keyboard when one comes back from there. */
export function FigureButton({ figure, chart, row, part, name, parts, isStop }: FigureButtonProps) {
  const own = `${chart} ${row.key} ${part}`
  const isWayBack = useWorkbench((state) => state.overview.from === own)
  const button = useRef<HTMLButtonElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where one comes back to, and once
  useEffect(() => {
    if (!isWayBack) return
    button.current?.focus()
    button.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const count = figure.count.toLocaleString('en')
  return (
    <button
      ref={button}
      type="button"
      className="chart-figure"
      data-figure
      data-row={row.key}
      data-part={part}
      data-parts={parts}
      tabIndex={isStop || isWayBack ? 0 : -1}
      aria-label={`${row.title}: ${count} ${figure.count === 1 ? name.toLowerCase().replace(/s$/, '') : name.toLowerCase()}`}
      onClick={() => figure.open(own)}
    >
      {count}
    </button>
  )
}
