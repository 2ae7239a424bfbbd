// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid of which only some are drawn are placed by hand, which table elements are not
import { ArrowDown, ArrowUp, ListFilter } from 'lucide-react'
import { type DragEvent, type MouseEvent, memo, type PointerEvent, useState } from 'react'
import type { TableView } from '../../store/documents/table-view.ts'
import { Icon } from '../../ui/Icon.tsx'
import { cellId } from '../grid/cell-id.ts'
import { keepWidths, moveColumn, resizeColumn, sortBy } from './change-columns.ts'
import type { Column } from './columns.ts'

export interface TableHeadProps {
  gridId: string
  columns: readonly Column[]
  view: TableView
  /** The column the keyboard is in, when it is in the head; else -1. */
  cursor: number
  onCursor: (column: number) => void
  onMenu: (column: number, at: { x: number; y: number }) => void
}

const columnType = 'application/x-rejoinder-column'

/** The heads of the columns: a click sorts, dragging moves, the edge resizes, the right button has the rest. */
export const TableHead = memo(function TableHead(props: TableHeadProps) {
  const { gridId, columns, view, cursor, onCursor, onMenu } = props
  const [landing, setLanding] = useState<number | null>(null)
  const drop = (event: DragEvent, to: number) => {
    const id = event.dataTransfer.getData(columnType)
    setLanding(null)
    if (id === '') return
    event.preventDefault()
    moveColumn(id, to)
  }
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and the keys
    <div role="row" aria-rowindex={1} className="table-head">
      {columns.map((column, at) => {
        const sorted = view.sort?.column === column.id ? view.sort : null
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and the keys
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
          <div
            key={column.id}
            id={cellId(gridId, -1, at)}
            role="columnheader"
            aria-colindex={at + 1}
            aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
            data-cursor={cursor === at || undefined}
            data-kind={column.kind}
            data-of={column.id}
            data-landing={landing === at || undefined}
            className="table-head-cell"
            title={column.title}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.setData(columnType, column.id)
              event.dataTransfer.effectAllowed = 'move'
            }}
            onDragOver={(event) => {
              if (!event.dataTransfer.types.includes(columnType)) return
              event.preventDefault()
              setLanding(at)
            }}
            onDragLeave={() => setLanding(null)}
            onDrop={(event) => drop(event, at)}
            onClick={() => {
              onCursor(at)
              sortBy(column.id)
            }}
            onContextMenu={(event: MouseEvent) => {
              event.preventDefault()
              event.stopPropagation()
              onCursor(at)
              onMenu(at, { x: event.clientX, y: event.clientY })
            }}
          >
            <span className="table-head-title">{column.title}</span>
            {view.filters[column.id] && (
              <>
                <Icon of={ListFilter} size={12} />
                <span className="ui-hidden">, filtered</span>
              </>
            )}
            {sorted && <Icon of={sorted.descending ? ArrowDown : ArrowUp} size={12} />}
            <Edge column={column} />
          </div>
        )
      })}
    </div>
  )
}, isSame)

/** By the ids of the columns, in CSS pixels. */
export function seenWidths(table: Element | null): Map<string, number> {
  const heads = table?.querySelectorAll<HTMLElement>('[role="columnheader"]') ?? []
  return new Map([...heads].map((head) => [head.dataset.of!, head.getBoundingClientRect().width]))
}

// What it calls depends on the columns alone; scrolling draws the table anew, and need not draw its head.
function isSame(before: TableHeadProps, now: TableHeadProps): boolean {
  return before.columns === now.columns && before.view === now.view && before.cursor === now.cursor
}

/** Dragged to make a column wider or narrower. By key: Alt+Shift with the arrows. */
function Edge({ column }: { column: Column }) {
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const edge = event.currentTarget
    const head = edge.parentElement
    if (!head) return
    const from = event.clientX - head.getBoundingClientRect().width
    edge.setPointerCapture(event.pointerId)
    const keep = () => keepWidths(seenWidths(head.closest('[role="grid"]')))
    const move = ({ clientX }: { clientX: number }) => resizeColumn(column.id, clientX - from)
    edge.addEventListener('pointermove', keep, { once: true })
    edge.addEventListener('pointermove', move)
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), {
      once: true,
    })
  }
  return (
    <span
      aria-hidden
      className="table-edge"
      draggable={false}
      onPointerDown={begin}
      onClick={(event) => event.stopPropagation()}
      onDragStart={(event) => event.preventDefault()}
    />
  )
}
