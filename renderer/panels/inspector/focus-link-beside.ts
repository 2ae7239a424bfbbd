/** The row of a link, or of a link onto one, above or below the one with the keyboard. */
export function focusLinkBeside(button: EventTarget & Element, step: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.link-row-go')]
  rows[rows.indexOf(button as HTMLElement) + step]?.focus()
}
