import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { type Chosen, rangeOf, toggled, withRange } from './choosing.ts'
import { EmptyList } from './EmptyList.tsx'
import { typeAhead } from './type-ahead.ts'
import { useWindowedRows } from './windowed-rows.ts'
import './virtual-list.css'

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
  const { choosing, startAt = null } = props
  const listId = useId()
  const hasKeyboard = useRef(false)
  const [findByLetters] = useState(typeAhead)
  const [currentId, setCurrentId] = useState<number | null>(startAt)
  const rows = useWindowedRows(items.length, rowHeight)
  const current = currentIndex(items, currentId, choosing ? [] : selected)
  const chosen = new Set(selected)

  const goTo = (index: number) => {
    const item = items[Math.max(0, Math.min(items.length - 1, index))]
    if (!item) return
    setCurrentId(item.id)
    rows.reveal(items.indexOf(item))
  }

  // Another selection (a document opened from elsewhere) is brought into view; another filter starts at its top.
  const lastSelected = choosing ? undefined : selected[0]
  const shown = useRef(lastSelected)
  useLayoutEffect(() => {
    if (shown.current === lastSelected) return
    shown.current = lastSelected
    setCurrentId(null)
    rows.reveal(items.findIndex((item) => item.id === lastSelected))
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: where the list begins is asked once
  useLayoutEffect(() => {
    if (startAt !== null) rows.reveal(items.findIndex((item) => item.id === startAt))
  }, [])

  // Where a range begins: the row that was taken or gone to last without Shift.
  const anchor = useRef<{ id: number; range: number[] } | null>(null)
  const chooseTo = (index: number, { chosen, choose }: NonNullable<typeof choosing>) => {
    anchor.current ??= items[current] ? { id: items[current].id, range: [] } : null
    const from = items.findIndex((item) => item.id === anchor.current?.id)
    const range = rangeOf(items, from < 0 ? index : from, index)
    choose(withRange(chosen, anchor.current?.range ?? [], range))
    if (anchor.current) anchor.current.range = range
    goTo(index)
  }
  const toggle = (item: T, { chosen, choose }: NonNullable<typeof choosing>) => {
    anchor.current = { id: item.id, range: [item.id] }
    setCurrentId(item.id)
    choose(toggled(chosen, item.id))
  }
  /** Whether the key took rows together. */
  const chooseByKey = (event: KeyboardEvent, move: number | undefined): boolean => {
    if (!choosing || event.altKey) return false
    const { chosen, choose } = choosing
    const item = items[current]
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
      setCurrentId(item.id)
      onOpen(item, command)
    }
  }

  const press = (event: KeyboardEvent) => {
    const item = items[current]
    const moves: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: items.length - 1,
      PageDown: current + rows.page - 1,
      PageUp: current - rows.page + 1,
    }
    const command = event.ctrlKey || event.metaKey
    const move = command || event.altKey ? undefined : moves[event.key]
    if (chooseByKey(event, move)) {
      event.preventDefault()
      event.stopPropagation()
      return
    }
    if (!event.shiftKey && move !== undefined) anchor.current = null
    if (move !== undefined) goTo(move)
    else if (!item || event.altKey) return
    else if (event.key === 'Enter') onOpen(item, command)
    else if (command) return
    else if (event.key === ' ' && onPeek) onPeek(item)
    else if (event.key === 'Delete' && onDelete) onDelete(item)
    else if (/^[\p{L}\p{N}]$/u.test(event.key)) {
      const found = findByLetters(event.key, items.map(textOf), current)
      if (found >= 0) goTo(found)
    } else return
    event.preventDefault()
  }

  const openMenu = (event: MouseEvent) => {
    const row = (event.target as Element).closest<HTMLElement>('[role="option"]')
    const index = row ? Number(row.dataset.index) : current
    const item = items[index]
    if (!item || !onMenu) return
    event.preventDefault()
    setCurrentId(item.id)
    const drawn = document.getElementById(`${listId}-${item.id}`)?.getBoundingClientRect()
    onMenu(
      item,
      row || !drawn ? { x: event.clientX, y: event.clientY } : { x: drawn.left + 24, y: drawn.bottom - 8 },
    )
  }

  const drawn = new Set<number>()
  for (let index = rows.first; index < rows.end; index++) drawn.add(index)
  if (current >= 0) drawn.add(current)

  if (items.length === 0) return <EmptyList hadKeyboard={hasKeyboard.current}>{empty}</EmptyList>
  return (
    <div
      ref={rows.scroller}
      role="listbox"
      aria-label={label}
      aria-multiselectable
      aria-activedescendant={items[current] ? `${listId}-${items[current].id}` : undefined}
      tabIndex={0}
      className="ui-virtual-list"
      data-area-start
      data-own-focus
      onScroll={rows.onScroll}
      onFocus={() => {
        hasKeyboard.current = true
      }}
      onBlur={() => {
        hasKeyboard.current = false
      }}
      onKeyDown={press}
      onContextMenu={openMenu}
    >
      <div role="presentation" className="ui-virtual-rows" style={{ height: rows.height }}>
        {[...drawn]
          .sort((a, b) => a - b)
          .map((index) => {
            const item = items[index]!
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself has the focus and the keys
              // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
              <div
                key={item.id}
                id={`${listId}-${item.id}`}
                role="option"
                aria-selected={chosen.has(item.id)}
                aria-posinset={index + 1}
                aria-setsize={items.length}
                data-index={index}
                data-current={index === current || undefined}
                className="ui-virtual-row"
                style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
                onClick={(event) => click(event, item, index)}
              >
                {children(item)}
              </div>
            )
          })}
      </div>
    </div>
  )
}

/** Where the person was, else at what is open, else at the top. */
function currentIndex(
  items: readonly { id: number }[],
  id: number | null,
  selected: readonly number[],
): number {
  if (items.length === 0) return -1
  const index = items.findIndex((item) => item.id === id)
  if (index >= 0) return index
  return Math.max(
    0,
    items.findIndex((item) => item.id === selected[0]),
  )
}
