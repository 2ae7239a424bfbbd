// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid of which only some are drawn are placed by hand, which table elements are not
import type { CSSProperties, ReactNode } from 'react'
import { cellId } from './cell-id.ts'

export interface GridRowProps<C extends { id: string; kind: string }> {
  gridId: string
  columns: readonly C[]
  /** Of the rows shown, from 0. */
  index: number
  /** In CSS pixels. */
  top: number
  isChosen: boolean
  /** The column the keyboard is in; -1 in another row. */
  cursor: number
  /** In the place of the cell the keyboard is in. */
  editor: ReactNode
  /** What else is to be seen of the row, for its style. */
  data: { [name: `data-${string}`]: string | true | undefined }
  children: (column: C, at: number) => ReactNode
}

/** A row of a table whose cells are edited in place. */
export function GridRow<C extends { id: string; kind: string }>(props: GridRowProps<C>) {
  const { gridId, columns, index, top, isChosen, cursor, editor, data, children } = props
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and the keys
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-index={index}
      data-editing={editor !== null || undefined}
      className="table-row"
      style={{ '--top': `${top}px` } as CSSProperties}
      {...data}
    >
      {columns.map((column, at) => {
        const isEdited = cursor === at && editor !== null
        return (
          // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
          <div
            key={column.id}
            id={cellId(gridId, index, at)}
            role="gridcell"
            aria-colindex={at + 1}
            data-column={at}
            data-kind={column.kind}
            data-cursor={cursor === at || undefined}
            data-editing={isEdited || undefined}
            className="table-cell"
          >
            {isEdited ? editor : children(column, at)}
          </div>
        )
      })}
    </div>
  )
}
