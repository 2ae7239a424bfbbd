import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** What stands where a list has no rows. Takes the keyboard over when the list had it and its last row has gone. */
export function EmptyList({ hadKeyboard, children }: { hadKeyboard: boolean; children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was so when the last row went
  useLayoutEffect(() => {
    if (hadKeyboard) place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} tabIndex={-1} className="ui-virtual-list">
      {children}
    </div>
  )
}
