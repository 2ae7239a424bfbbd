import { useEffect, useState } from 'react'

/**
 * How many of so many rows to draw: few while a view comes up, and more with each frame, so that no key waits for all
 * their cells: `step` in a frame. Once all were there it is always all.
 */
export function useGradually(count: number, step: number): number {
  const [drawn, setDrawn] = useState(0)
  useEffect(() => {
    if (drawn === Number.POSITIVE_INFINITY) return
    const next = drawn + step >= count ? Number.POSITIVE_INFINITY : drawn + step
    const frame = requestAnimationFrame(() => setDrawn(next))
    return () => cancelAnimationFrame(frame)
  }, [drawn, count, step])
  return Math.min(drawn, count)
}
