import { type RefObject, useLayoutEffect } from 'react'

export interface Arriving {
  /** Whether what the view is for is there, and nothing else is to be come back to. */
  when?: boolean
  /** What takes the keyboard, at `place` or in it; where there is none, what is current in the view. */
  wanted?: string
  /** The keyboard stays where it is at one of these in the view. */
  staysAt?: string
}

export const atAnything = '*'

/** Gives the keyboard to what a view is for when that comes: its list, unless something else is wanted. */
export function useArriving(
  place: RefObject<HTMLElement | null>,
  { when = true, wanted = '[role="listbox"]', staysAt = '' }: Arriving = {},
): void {
  useLayoutEffect(() => {
    const area = place.current?.closest<HTMLElement>('[data-area]')
    if (!when || !area) return
    const active = document.activeElement
    const isInView = active !== null && active !== area && area.contains(active)
    if (isInView && staysAt !== '' && active.closest(staysAt)) return
    const isWanted = place.current?.matches(wanted)
    const found = isWanted ? place.current : place.current?.querySelector<HTMLElement>(wanted)
    const current = found ?? area.querySelector<HTMLElement>('[aria-current]')
    current?.focus({ preventScroll: true })
  }, [place, when, wanted, staysAt])
}
