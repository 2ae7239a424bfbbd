import type { KeyboardEvent } from 'react'

/** The keys of the names of lists: the arrows go from name to name, Right into the list beside them. */
export function pressInNames(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.work-list-name')]
  if (step !== undefined) names[names.indexOf(document.activeElement as HTMLElement) + step]?.focus()
  else if (event.key === 'ArrowRight')
    event.currentTarget.parentElement?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  else return
  event.preventDefault()
}
