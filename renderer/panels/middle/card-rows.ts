import type { KeyboardEvent } from 'react'

/**
 * The keys of a card beside its list: the arrows go from row to row (`data-row`), Left and Escape back to the list, F2
 * to the field of that selector. Keys of a field in it stay with the field.
 */
export function pressInCard(event: KeyboardEvent<HTMLElement>, field: string): void {
  if ((event.target as Element).closest('input, textarea') || event.defaultPrevented) return
  const card = event.currentTarget
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step !== undefined) {
    const rows = [...card.querySelectorAll<HTMLElement>('[data-row]')]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    rows[at < 0 && step < 0 ? rows.length - 1 : Math.max(0, at + step)]?.focus()
  } else if (event.key === 'ArrowLeft' || event.key === 'Escape') {
    card.parentElement?.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  } else if (event.key === 'F2') card.querySelector<HTMLElement>(field)?.focus()
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** Brings the keyboard to a row of a card, from which one had gone elsewhere. Returns whether it is there. */
export function focusRow(card: HTMLElement | null, row: string): boolean {
  const entry = card?.querySelector<HTMLElement>(`[data-row="${row}"]`)
  entry?.focus()
  entry?.scrollIntoView({ block: 'center' })
  return entry != null
}
