import type { KeyboardEvent } from 'react'

/** The keys of the names of lists: the arrows go from name to name, Home and End to the ends, Right into the list beside. */
export function pressInNames(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>('.work-list-name')]
  if (step !== undefined) names[names.indexOf(document.activeElement as HTMLElement) + step]?.focus()
  else if (event.key === 'Home') names[0]?.focus()
  else if (event.key === 'End') names.at(-1)?.focus()
  else if (event.key === 'ArrowRight')
    event.currentTarget.parentElement?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  else return
  event.preventDefault()
}
