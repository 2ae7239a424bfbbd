import { type RefObject, useEffect } from 'react'

/** Gives the keyboard to what a view is for when it comes, unless the person is at something of the view already. */
export function useArriving(wanted: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const area = wanted.current?.closest('[data-area]')
    const active = document.activeElement
    if (active === area || !area?.contains(active)) wanted.current?.focus({ preventScroll: true })
  }, [wanted])
}
