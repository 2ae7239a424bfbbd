import {
  type CSSProperties,
  type HTMLAttributes,
  type KeyboardEventHandler,
  type MouseEventHandler,
  type ReactNode,
  useId,
} from 'react'
import type { CurrentRow } from './current-row.ts'
import type { WindowedRows } from './windowed-rows.ts'
import './virtual-list.css'

interface ListFrameProps {
  role: 'listbox' | 'tree'
  label: string
  rows: WindowedRows
  row: Pick<CurrentRow<unknown>, 'index' | 'listProps'>
  onKeyDown: KeyboardEventHandler
  onContextMenu: MouseEventHandler
  /** What rows may measure themselves by, in CSS pixels. */
  rowHeight?: number
  /** Of dragging, where rows can be dragged. */
  handlers?: HTMLAttributes<HTMLElement>
  /** What stands where there are no rows. */
  empty: ReactNode
  children: ReactNode
}

/**
 * The element that has the keyboard for all rows of a long list. It stays when the last row goes and when rows come
 * again: whoever works in the list keeps the keyboard there.
 */
export function ListFrame(props: ListFrameProps) {
  const { role, label, rows, row, rowHeight, onKeyDown, onContextMenu, handlers, empty, children } = props
  const emptyId = useId()
  const shared = { ref: rows.scroller, className: 'ui-virtual-list', onScroll: rows.onScroll }
  if (row.index < 0) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset has a look and a size of its own
      <div role="group" aria-label={label} aria-describedby={emptyId} {...shared} {...row.listProps}>
        <div id={emptyId} className="ui-virtual-empty">
          {empty}
        </div>
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a list box or a tree is none
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both have a label and a current row
    <div
      role={role}
      aria-label={label}
      aria-multiselectable
      {...shared}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
      style={{ '--row-height': rowHeight && `${rowHeight}px` } as CSSProperties}
      {...row.listProps}
      {...handlers}
    >
      <div role="presentation" className="ui-virtual-rows" style={{ height: rows.height }}>
        {children}
      </div>
    </div>
  )
}
