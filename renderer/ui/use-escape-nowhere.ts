import { type RefObject, useLayoutEffect, useRef } from 'react'

/**
 * Escape leaves an open dialog also while nothing has the keyboard: before it has come into the dialog, or where what
 * had it is gone. Of several the one on top. `whole` is what the dialog stands in.
 */
export function useEscapeNowhere(
  whole: RefObject<HTMLElement | null>,
  isOpen: boolean,
  onClose: () => void,
): void {
  const leave = useRef(onClose)
  useLayoutEffect(() => {
    leave.current = onClose
  })
  useLayoutEffect(() => {
    if (!isOpen) return
    const press = ({ key, target }: KeyboardEvent) => {
      if (key !== 'Escape' || target !== document.body) return
      const top = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1)
      if (top && whole.current?.contains(top)) leave.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isOpen, whole])
}
