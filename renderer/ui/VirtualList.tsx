import { type KeyboardEvent, type MouseEvent, type ReactNode, useRef } from 'react'
import { rangeOf } from './choose-rows.ts'
import { type Chosen, toggled, withRange } from './choosing.ts'
import { useCurrentRow } from './current-row.ts'
import { ListFrame } from './ListFrame.tsx'
import { VirtualRow } from './VirtualRow.tsx'
import { useWindowedRows } from './windowed-rows.ts'

export interface VirtualListProps<T extends { id: number }> {
  label: string
  items: readonly T[]
  /** What type-ahead goes by. */
  textOf: (item: T) => string
  /** Of every row, in CSS pixels. */
  rowHeight: number
  children: (item: T) => ReactNode
  /** Items that are open or chosen, by id. */
  selected: readonly number[]
  /** Enter, or a click; `beside` with Ctrl or Cmd. */
  onOpen: (item: T, beside: boolean) => void
  /** Space: shows it and stays in the list. */
  onPeek?: (item: T) => void
  /** The row that the arrows, a click or the first letters have come to. */
  onCurrent?: (item: T) => void
  /** Delete. */
  onDelete?: (item: T) => void
  /** By right click or by the menu key; a place in the window in CSS pixels. */
  onMenu?: (item: T, at: { x: number; y: number }) => void
  /**
   * For rows that can be taken together: Ctrl or Space takes one more, Shift all up to it, Ctrl+A all, Escape none.
   * They are then what is `selected`, and Ctrl opens nothing beside.
   */
  choosing?: { chosen: Chosen; choose: (chosen: Chosen) => void }
  /** Where the arrows begin, by id. */
  startAt?: number | null
  empty: ReactNode
}

/**
 * A list of any length, of which only what can be seen is drawn. One row is current: arrows, Home, End, Page Up and
 * Page Down and the first letters of its words move there. For a screen reader it is a list box; the current row is
 * always drawn, so that it can be named.
 */
export function VirtualList<T extends { id: number }>(props: VirtualListProps<T>) {
  const { label, items, textOf, rowHeight, children, selected, onOpen, onPeek, onDelete, onMenu, empty } =
    props
  const { choosing, startAt = null, onCurrent } = props
  const rows = useWindowedRows(items.length, rowHeight)
  const row = useCurrentRow(items, rows, {
    selected: choosing ? undefined : selected[0],
    textOf,
    startAt,
    ...(onCurrent && { onCurrent }),
  })
  const chosen = new Set(selected)

  // Where a range begins: the row that was taken or gone to last without Shift.
  const anchor = useRef<{ id: number; range: number[] } | null>(null)
  const chooseTo = (index: number, { chosen, choose }: NonNullable<typeof choosing>) => {
    anchor.current ??= row.item ? { id: row.item.id, range: [] } : null
    const ids = items.map(({ id }) => id)
    const range = rangeOf(ids, anchor.current?.id ?? null, ids[index]!)
    choose(withRange(chosen, anchor.current?.range ?? [], range))
    if (anchor.current) anchor.current.range = range
    row.goTo(index)
  }
  const toggle = (item: T, { chosen, choose }: NonNullable<typeof choosing>) => {
    anchor.current = { id: item.id, range: [item.id] }
    row.setId(item.id)
    choose(toggled(chosen, item.id))
  }
  /** Whether the key took rows together. */
  const chooseByKey = (event: KeyboardEvent, move: number | undefined): boolean => {
    if (!choosing || event.altKey) return false
    const { chosen, choose } = choosing
    const { item } = row
    const command = event.ctrlKey || event.metaKey
    if (command && event.key.toLowerCase() === 'a') choose(new Set(items.map(({ id }) => id)))
    else if (event.key === 'Escape' && chosen.size > 0) choose(new Set())
    else if (event.key === ' ' && item) toggle(item, choosing)
    else if (event.shiftKey && !command && move !== undefined)
      chooseTo(Math.max(0, Math.min(items.length - 1, move)), choosing)
    else return false
    return true
  }
  const click = (event: MouseEvent, item: T, index: number) => {
    const command = event.ctrlKey || event.metaKey
    if (choosing && event.shiftKey) chooseTo(index, choosing)
    else if (choosing && command) toggle(item, choosing)
    else {
      row.setId(item.id)
      onOpen(item, command)
    }
  }

  const press = (event: KeyboardEvent) => {
    const { item } = row
    const command = event.ctrlKey || event.metaKey
    const move = row.moveBy(event)
    if (chooseByKey(event, move)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (!event.shiftKey && move !== undefined) anchor.current = null
    const found = row.findByLetter(event)
    if (move !== undefined) row.goTo(move)
    else if (!item || event.altKey) return
    else if (event.key === 'Enter') onOpen(item, command)
    else if (command) return
    else if (event.key === ' ' && onPeek) onPeek(item)
    else if (event.key === 'Delete' && onDelete) onDelete(item)
    else if (found === undefined) return
    else if (found >= 0) row.goTo(found)
    event.preventDefault()
  }

  const openMenu = (event: MouseEvent) => {
    const asked = onMenu && row.forMenu(event)
    if (asked) onMenu(asked.item, asked.at)
  }

  return (
    <ListFrame
      role="listbox"
      label={label}
      rows={rows}
      row={row}
      onKeyDown={press}
      onContextMenu={openMenu}
      empty={empty}
    >
      {row.drawn.map((index) => {
        const item = items[index]!
        return (
          <VirtualRow
            key={item.id}
            id={row.elementId(item)}
            role="option"
            index={index}
            count={items.length}
            isSelected={chosen.has(item.id)}
            isCurrent={index === row.index}
            top={rows.topOf(index)}
            height={rowHeight}
            onClick={(event) => click(event, item, index)}
          >
            {children(item)}
          </VirtualRow>
        )
      })}
    </ListFrame>
  )
}
