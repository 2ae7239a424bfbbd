// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid of which only some are drawn are placed by hand, which table elements are not
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
} from 'react'
import { useWindowedRows } from '../../ui/windowed-rows.ts'
import { atAnything, useArriving } from '../arriving.ts'
import { type GridCell, moveBy } from '../document-table/grid-keys.ts'
import { cellId } from './cell-id.ts'
import { useWidened } from './widened.ts'
import { useWindowedColumns } from './windowed-columns.ts'
import './windowed-grid.css'

export interface WindowedGridProps {
  label: string
  /** What the keyboard is at: row -1 is the head, column 0 that of the row heads. Kept by whoever uses the grid. */
  cursor: GridCell
  onCursor: (cell: GridCell) => void
  rows: number
  /** In CSS pixels, that of the row heads first. */
  widths: readonly number[]
  /** The columns that take the room which is left over. */
  growing?: readonly number[]
  rowHeight: number
  headHeight: number
  head: (column: number) => ReactNode
  /** What a head says of its order: sorted by it, or could be. */
  sortOf?: (column: number) => 'ascending' | 'descending' | 'none' | undefined
  cell: (row: number, column: number) => ReactNode
  /** The name of a cell for a screen reader, where its words do not say it. */
  nameOf?: (row: number, column: number) => string | undefined
  /** Columns of numbers, which stand at the end of their room, with their heads. */
  isNumber?: (column: number) => boolean
  /** For the look of a cell. */
  propsOf?: (row: number, column: number) => { className?: string; style?: CSSProperties }
  /** Enter, or a click. Of a head too. */
  onOpen: (cell: GridCell) => void
  /** Ctrl+C. */
  onCopy?: () => void
  /** Other keys; true when it took one. */
  onKey?: (event: KeyboardEvent) => boolean
  /** The row or cell that is open beside. */
  isOpen?: (row: number, column: number) => boolean
  handle?: Ref<GridHandle>
}

export interface GridHandle {
  focus: () => void
}

/**
 * A table of any size, of which only the rows and columns that can be seen are drawn. One cell is current: the arrows,
 * Home, End and the Page keys move it, with Ctrl to the ends; Enter opens it. The heads stay in sight.
 */
export function WindowedGrid(props: WindowedGridProps) {
  const { label, cursor, onCursor, rows: count, rowHeight, headHeight, onOpen, onCopy, onKey } = props
  const gridId = useId()
  const rows = useWindowedRows(count, rowHeight, { inset: headHeight })
  const widths = useWidened(props.widths, props.growing, rows.scroller)
  const columns = useWindowedColumns(widths, rows.scroller)
  const at = { row: Math.min(cursor.row, count - 1), column: Math.min(cursor.column, widths.length - 1) }
  const size = { rows: count, columns: widths.length, page: rows.page - 1 }
  useImperativeHandle(props.handle, () => ({
    focus: () => rows.scroller.current?.focus({ preventScroll: true }),
  }))

  useArriving(rows.scroller, { wanted: '[role="grid"]', staysAt: atAnything })

  // Back from elsewhere the cell that was left is in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: where the grid begins is asked once
  useLayoutEffect(() => {
    rows.reveal(at.row)
    columns.reveal(at.column)
  }, [])
  useEffect(() => columns.look(), [columns.look])

  const goTo = (cell: GridCell) => {
    onCursor(cell)
    rows.reveal(cell.row)
    columns.reveal(cell.column)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return
    const command = event.ctrlKey || event.metaKey
    const move = event.altKey ? null : moveBy(at, { key: event.key, command }, size)
    if (move) goTo(move)
    else if (onKey?.(event)) {
      // Done there.
    } else if (command && event.key.toLowerCase() === 'c' && onCopy) onCopy()
    else if (event.key === 'Enter' && !event.altKey && !command) onOpen(at)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const click = (event: MouseEvent) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-row]')
    if (!element) return
    const cell = { row: Number(element.dataset.row), column: Number(element.dataset.column) }
    onCursor(cell)
    onOpen(cell)
  }

  const drawnRows = new Set<number>()
  for (let row = rows.first; row < rows.end; row++) drawnRows.add(row)
  if (at.row >= 0) drawnRows.add(at.row)
  const drawnColumns = new Set([0])
  for (let column = columns.first; column < columns.end; column++) drawnColumns.add(column)
  drawnColumns.add(at.column)
  const inOrder = [...drawnColumns].sort((a, b) => a - b)

  const cellOf = (row: number, column: number) => {
    const isHead = row < 0
    const role = isHead ? 'columnheader' : column === 0 ? 'rowheader' : 'gridcell'
    const own = isHead ? {} : (props.propsOf?.(row, column) ?? {})
    return (
      // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a head of a column has an order, a cell none
      <div
        key={column}
        id={cellId(gridId, row, column)}
        role={role}
        aria-colindex={column + 1}
        aria-label={isHead ? undefined : props.nameOf?.(row, column)}
        aria-sort={isHead ? props.sortOf?.(column) : undefined}
        aria-selected={role === 'gridcell' && props.isOpen ? props.isOpen(row, column) : undefined}
        data-row={row}
        data-column={column}
        data-cursor={(row === at.row && column === at.column) || undefined}
        data-number={props.isNumber?.(column) || undefined}
        data-open={(!isHead && props.isOpen?.(row, column)) || undefined}
        className={`grid-cell ${own.className ?? ''}`}
        style={{ ...own.style, left: columns.leftOf(column), width: widths[column] }}
      >
        {isHead ? props.head(column) : props.cell(row, column)}
      </div>
    )
  }

  return (
    <div
      ref={rows.scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={count + 1}
      aria-colcount={widths.length}
      aria-readonly
      aria-activedescendant={cellId(gridId, at.row, at.column)}
      tabIndex={0}
      className="windowed-grid"
      data-area-start
      data-own-focus
      onScroll={() => {
        rows.onScroll()
        columns.look()
      }}
      onKeyDown={press}
      onClick={click}
    >
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and the keys */}
      <div
        role="row"
        aria-rowindex={1}
        className="grid-head"
        style={{ height: headHeight, width: columns.width }}
      >
        {inOrder.map((column) => cellOf(-1, column))}
      </div>
      <div role="presentation" className="grid-body" style={{ height: rows.height, width: columns.width }}>
        {[...drawnRows]
          .sort((a, b) => a - b)
          .map((row) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and the keys
            <div
              key={row}
              role="row"
              aria-rowindex={row + 2}
              className="grid-row"
              style={{
                height: rowHeight,
                width: columns.width,
                transform: `translateY(${rows.topOf(row)}px)`,
              }}
            >
              {inOrder.map((column) => cellOf(row, column))}
            </div>
          ))}
      </div>
    </div>
  )
}
