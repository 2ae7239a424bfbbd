import { cellId } from '../grid/cell-id.ts'
import type { GridCell } from './grid-keys.ts'

/** The cell an event is in; `otherwise` where it is in none. */
export function hitBy(target: EventTarget, otherwise: GridCell): GridCell {
  const cell = (target as Element).closest<HTMLElement>('[data-column]')
  const row = (target as Element).closest<HTMLElement>('[data-index]')
  return cell && row ? { row: Number(row.dataset.index), column: Number(cell.dataset.column) } : otherwise
}

/** Scrolls sideways as little as it takes; the first column stays in sight by itself, but in a narrow window. */
export function revealColumn(scroller: HTMLElement | null, gridId: string, column: number): void {
  const cell = document.getElementById(cellId(gridId, -1, column))
  const first = document.getElementById(cellId(gridId, -1, 0))
  if (!scroller || !cell || !first) return
  const stays = getComputedStyle(first).position === 'sticky'
  if (column === 0 && stays) return
  const covered = stays ? first.offsetWidth : 0
  const [left, right] = [cell.offsetLeft, cell.offsetLeft + cell.offsetWidth]
  if (left - covered < scroller.scrollLeft) scroller.scrollLeft = left - covered
  else if (right > scroller.scrollLeft + scroller.clientWidth) {
    scroller.scrollLeft = right - scroller.clientWidth
  }
}

/** Whether there is more room above a row than below it. */
export function isLow(scroller: HTMLElement | null, top: number): boolean {
  return scroller !== null && top - scroller.scrollTop > scroller.clientHeight * 0.6
}
