import {
  type Dispatch,
  type RefObject,
  type SetStateAction,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react'

/** The row that the keyboard is at, where it is higher than its kind because all of its words are shown. */
export interface GrownRow {
  index: number
  /** In CSS pixels. */
  by: number
}

/**
 * Gives the row that the keyboard is at the room that its content takes, by `setGrown`; `usual` is its height without
 * that, in CSS pixels. Measured when the row or the width changes, and only while the list shows where the keyboard is.
 */
export function useGrownRow(
  scroller: RefObject<HTMLElement | null>,
  { index, usual, items }: { index: number; usual: number; items: unknown },
  setGrown: Dispatch<SetStateAction<GrownRow | null>>,
): void {
  const isShown = useKeyboardShown(scroller)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another item may have come to stand at the same index
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element || !isShown) return setGrown(null)
    const measure = () => {
      const content = element.querySelector<HTMLElement>('[data-current] > *')
      const by = (content?.offsetHeight ?? 0) - usual
      // The same again is no news: the list would go back to the row at every change of the project.
      setGrown((last) => {
        if (by <= 0) return null
        return last?.index === index && last.by === by ? last : { index, by }
      })
    }
    measure()
    let { clientWidth } = element
    const observer = new ResizeObserver(() => {
      if (element.clientWidth !== clientWidth) measure()
      clientWidth = element.clientWidth
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [index, usual, items, isShown])
}

/** Whether a list has the keyboard and shows it: after a click it does so from the first key on. */
function useKeyboardShown(scroller: RefObject<HTMLElement | null>): boolean {
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => setShown(element.matches(':focus-visible'))
    look()
    for (const event of ['focus', 'blur', 'keyup'] as const) element.addEventListener(event, look)
    return () => {
      for (const event of ['focus', 'blur', 'keyup'] as const) element.removeEventListener(event, look)
    }
  }, [scroller])
  return isShown
}
