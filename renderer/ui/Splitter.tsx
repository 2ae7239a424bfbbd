import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import './splitter.css'

export interface SplitterProps {
  label: string
  /** Width of the area it moves, in CSS pixels. */
  width: number
  min: number
  max: number
  onChange: (width: number) => void
  /** On which side of the splitter that area lies. */
  area: 'before' | 'after'
}

/** A vertical line between two areas, moved by dragging or by the arrow keys. */
export function Splitter({ label, width, min, max, onChange, area }: SplitterProps) {
  const grip = useRef<{ x: number; width: number } | null>(null)
  const outwards = area === 'before' ? 1 : -1
  const set = (wanted: number) => onChange(Math.round(Math.min(max, Math.max(min, wanted))))

  const startDrag = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { x: event.clientX, width }
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (grip.current) set(grip.current.width + (event.clientX - grip.current.x) * outwards)
  }
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowLeft: -16, ArrowRight: 16, Home: -Infinity, End: Infinity }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    set(width + step * outwards)
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved has no element of its own
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className="ui-splitter"
      data-own-focus
      onPointerDown={startDrag}
      onPointerMove={drag}
      onPointerUp={() => {
        grip.current = null
      }}
      onKeyDown={press}
    />
  )
}
