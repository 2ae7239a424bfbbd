import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Button } from './Button.tsx'

export interface ShowMoreProps {
  /** How many rows are not shown; with none there is no button. */
  left: number
  /** Selects what takes the keyboard in each row, among what stands beside the button. */
  rows: string
  onPress: () => void
  children: ReactNode
}

/**
 * Brings further rows of a list, at once or after a moment. The keyboard then goes on at the first of them: the button
 * may be gone by then, and what is new stands before it.
 */
export function ShowMore({ left, rows, onPress, children }: ShowMoreProps) {
  const button = useRef<HTMLButtonElement>(null)
  const asked = useRef<{ list: Element; before: ReadonlySet<Element> } | null>(null)
  // After each drawing: the rows may come later than the one that follows the key.
  useLayoutEffect(() => {
    if (!asked.current) return
    const { list, before } = asked.current
    const next = [...list.querySelectorAll<HTMLElement>(rows)].find((one) => !before.has(one))
    if (!next) return
    asked.current = null
    const isElsewhere = ![button.current, document.body].includes(document.activeElement as HTMLElement)
    if (!isElsewhere) next.focus()
  })
  const press = () => {
    const list = button.current?.parentElement
    if (list) asked.current = { list, before: new Set(list.querySelectorAll(rows)) }
    onPress()
  }
  if (left <= 0) return null
  return (
    <Button ref={button} look="quiet" onPress={press}>
      {children}
    </Button>
  )
}
