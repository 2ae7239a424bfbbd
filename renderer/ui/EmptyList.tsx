import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** What stands where a grid has no rows, and takes the keyboard, which nothing else there could. */
export function EmptyList({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => place.current?.focus({ preventScroll: true }), [])
  return (
    <div ref={place} tabIndex={-1} className="ui-virtual-list">
      {children}
    </div>
  )
}
