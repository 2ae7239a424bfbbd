import type { PointerEvent } from 'react'

/** Gives an element that may lack room for its words, or a field, all of them as its tooltip while some are not seen. */
export function tellIfCut({ currentTarget: element }: PointerEvent<HTMLElement>): void {
  const isCut =
    element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
  if (!isCut) element.removeAttribute('title')
  else element.title = element instanceof HTMLInputElement ? element.value : element.innerText
}
