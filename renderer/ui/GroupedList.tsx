import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useMemo, useState } from 'react'
import { all, extended, none, only, type RowChoice, toggled } from './choose-rows.ts'
import { useCurrentRow } from './current-row.ts'
import { type GrownRow, useGrownRow } from './grown-row.ts'
import { ListFrame } from './ListFrame.tsx'
import { type RowDragging, useRowDrag } from './row-drag.ts'
import { VirtualRow } from './VirtualRow.tsx'
import { useWindowedRows } from './windowed-rows.ts'

export interface GroupedListProps<T extends { id: number }> {
  label: string
  items: readonly T[]
  /** What type-ahead goes by. */
  textOf: (item: T) => string
  /** Of every row, in CSS pixels; heads of groups have their own. */
  rowHeight: number
  children: (item: T) => ReactNode
  /** Items that are open or chosen, by id. */
  selected: readonly number[]
  /** Enter, or a click; `beside` with Ctrl or Cmd, by mouse with Alt where several can be chosen. */
  onOpen: (item: T, beside: boolean) => void
  /** Space: shows it and stays in the list. */
  onPeek?: (item: T) => void
  /** Delete. */
  onDelete?: (item: T) => void
  /** By right click or by the menu key; a place in the window in CSS pixels. */
  onMenu?: (item: T, at: { x: number; y: number }) => void
  /** Makes several rows choosable. Told with all that are, in the order of the list. */
  choice?: { chosen: readonly number[]; onChoose: (ids: number[]) => void }
  groups?: ListGroups<T>
  /** Lets rows be dragged. */
  dragging?: RowDragging
  /** Keys of its user’s own; true when it took one. */
  onKey?: (event: KeyboardEvent, item: T | undefined) => boolean
  empty: ReactNode
}

/** Rows that are heads of those below them. With them the list is a tree for a screen reader. */
export interface ListGroups<T> {
  /** Whether a head is folded; undefined for what is no head. */
  folded: (item: T) => boolean | undefined
  onFold: (item: T, folded: boolean) => void
  headHeight: number
}

/**
 * A list of any length, of which only what can be seen is drawn. One row is current: arrows, Home, End, Page Up and
 * Page Down and the first letters of its words move there and choose it. For a screen reader it is a list box; the
 * current row is always drawn, so that it can be named.
 */
export function GroupedList<T extends { id: number }>(props: GroupedListProps<T>) {
  const { label, items, textOf, rowHeight, children, selected, onOpen, onPeek, onDelete, onMenu, empty } =
    props
  const { choice, groups, dragging, onKey } = props
  const [anchor, setAnchor] = useState<number | null>(null)
  const [grown, setGrown] = useState<GrownRow | null>(null)
  const tops = useTops(items, rowHeight, groups, grown)
  const rows = useWindowedRows(items.length, rowHeight, { tops })
  const { landing, handlers } = useRowDrag(rows, dragging)
  const row = useCurrentRow(items, rows, { selected: selected[0], textOf })
  const usual = row.item && groups?.folded(row.item) !== undefined ? groups.headHeight : rowHeight
  useGrownRow(rows.scroller, { index: row.index, usual, items }, setGrown)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it has grown; who scrolls away after that is let go
  useEffect(() => {
    if (grown) rows.reveal(grown.index)
  }, [grown])
  const marked = choice && choice.chosen.length > 0 ? choice.chosen : selected
  const chosen = useMemo(() => new Set(marked), [marked])
  const isHead = (item: T | undefined) => item !== undefined && groups?.folded(item) !== undefined

  const choosable = () => items.filter((item) => !isHead(item)).map(({ id }) => id)
  const choose = (next: RowChoice) => {
    setAnchor(next.anchor)
    choice?.onChoose([...next.chosen])
  }
  /** Before anything else is chosen, what is open counts as chosen. */
  const now = (): RowChoice => ({ chosen: marked.slice(0, choice?.chosen.length || 1), anchor })
  const toggle = (item: T) => !isHead(item) && choose(toggled(choosable(), now(), item.id))
  const extend = (item: T) => choose(extended(choosable(), now(), row.item?.id ?? null, item.id))

  const press = (event: KeyboardEvent) => {
    const { item } = row
    if (onKey?.(event, item)) {
      event.preventDefault()
      return
    }
    const command = event.ctrlKey || event.metaKey
    const move = row.moveBy(event)
    const found = row.findByLetter(event)
    const folded = item && groups?.folded(item)
    if (move !== undefined) {
      const target = items[Math.max(0, Math.min(items.length - 1, move))]
      if (event.shiftKey && choice && target && !isHead(target)) extend(target)
      else if (choice && target && !event.shiftKey) choose(isHead(target) ? none : only(target.id))
      row.goTo(move)
    } else if (choice && command && !event.altKey && event.key.toLowerCase() === 'a') {
      choose(all(choosable(), item?.id ?? null))
    } else if (choice && choice.chosen.length > 0 && event.key === 'Escape') choose(none)
    else if (!item || event.altKey) return
    else if (choice && command && event.key === ' ') toggle(item)
    else if (
      groups &&
      folded !== undefined &&
      ['Enter', ' ', 'ArrowLeft', 'ArrowRight'].includes(event.key)
    ) {
      const fold = event.key === 'ArrowLeft' || (event.key !== 'ArrowRight' && !folded)
      if (fold !== folded) groups.onFold(item, fold)
    } else if (groups && event.key === 'ArrowLeft')
      row.goTo(items.findLastIndex((one, at) => at < row.index && isHead(one)))
    else if (event.key === 'Enter') onOpen(item, command)
    else if (command) return
    else if (event.key === ' ' && onPeek) onPeek(item)
    else if (event.key === 'Delete' && onDelete) onDelete(item)
    else if (found === undefined) return
    else if (items[found]) {
      const one = items[found]
      if (choice) choose(isHead(one) ? none : only(one.id))
      row.goTo(found)
    }
    event.preventDefault()
  }

  const click = (item: T, event: MouseEvent) => {
    const command = event.ctrlKey || event.metaKey
    const folded = groups?.folded(item)
    if (folded !== undefined) groups?.onFold(item, !folded)
    else if (choice && event.shiftKey) extend(item)
    else if (choice && command) toggle(item)
    else {
      if (choice) choose({ chosen: [], anchor: item.id })
      onOpen(item, choice ? event.altKey : command)
    }
    row.setId(item.id)
  }

  const openMenu = (event: MouseEvent) => {
    const asked = onMenu && row.forMenu(event)
    if (asked) onMenu(asked.item, asked.at)
  }

  return (
    <ListFrame
      role={groups ? 'tree' : 'listbox'}
      label={label}
      rows={rows}
      row={row}
      onKeyDown={press}
      onContextMenu={openMenu}
      rowHeight={rowHeight}
      handlers={handlers}
      empty={empty}
    >
      {row.drawn.map((index) => {
        const item = items[index]!
        const folded = groups?.folded(item)
        return (
          <VirtualRow
            key={item.id}
            id={row.elementId(item)}
            role={groups ? 'treeitem' : 'option'}
            index={index}
            count={items.length}
            level={groups && (folded === undefined ? 2 : 1)}
            isExpanded={folded === undefined ? undefined : !folded}
            isSelected={chosen.has(item.id)}
            isCurrent={index === row.index}
            isLandedOn={landing !== null && 'onto' in landing && landing.onto === index}
            isDraggable={dragging !== undefined}
            top={rows.topOf(index)}
            height={rows.topOf(index + 1) - rows.topOf(index)}
            onClick={(event) => click(item, event)}
          >
            {children(item)}
          </VirtualRow>
        )
      })}
      {landing && 'before' in landing && (
        <div
          aria-hidden
          className="ui-virtual-landing"
          style={{ transform: `translateY(${rows.topOf(landing.before)}px)` }}
        />
      )}
    </ListFrame>
  )
}

/** The edges of rows where there are heads of another height, or a row that has grown. */
function useTops<T extends { id: number }>(
  items: readonly T[],
  rowHeight: number,
  groups: ListGroups<T> | undefined,
  grown: GrownRow | null,
): Float64Array | undefined {
  return useMemo(() => {
    if (!groups && !grown) return undefined
    const tops = new Float64Array(items.length + 1)
    for (const [index, item] of items.entries()) {
      const isHead = groups && groups.folded(item) !== undefined
      const more = grown?.index === index ? grown.by : 0
      tops[index + 1] = tops[index]! + (isHead ? groups.headHeight : rowHeight) + more
    }
    return tops
  }, [items, rowHeight, groups, grown])
}
