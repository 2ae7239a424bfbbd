// biome-ignore-all lint/a11y/useSemanticElements: rows of a grid of which only some are drawn are placed by hand, which table elements are not
import { type CSSProperties, memo, type ReactNode } from 'react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { StatusSign } from '../documents/StatusSign.tsx'
import type { Column } from './columns.ts'

export interface TableRowProps {
  gridId: string
  document: DocumentSummary
  columns: readonly Column[]
  /** Of the rows, from 0. */
  index: number
  /** In CSS pixels. */
  top: number
  isChosen: boolean
  isOpen: boolean
  /** The column the keyboard is in; -1 in another row. */
  cursor: number
  /** In the place of the cell the keyboard is in. */
  editor: ReactNode
}

/** One document. Drawn anew only when it, or what is to be seen of it, has changed. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { gridId, document, columns, index, top, isChosen, isOpen, cursor, editor } = props
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and the keys
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      data-index={index}
      data-open={isOpen || undefined}
      data-editing={editor !== null || undefined}
      className="table-row"
      style={{ '--top': `${top}px` } as CSSProperties}
    >
      {columns.map((column, at) => (
        // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant stands for the focus
        <div
          key={column.id}
          id={cellId(gridId, index, at)}
          role="gridcell"
          aria-colindex={at + 1}
          data-column={at}
          data-kind={column.kind}
          data-cursor={cursor === at || undefined}
          data-editing={(cursor === at && editor !== null) || undefined}
          className="table-cell"
        >
          {cursor === at && editor ? editor : <Cell column={column} document={document} />}
        </div>
      ))}
    </div>
  )
})

function Cell({ column, document }: { column: Column; document: DocumentSummary }) {
  const text = column.textOf(document)
  if (column.kind === 'status') {
    return (
      <span className="table-status" data-status={document.status}>
        <span aria-hidden>
          <StatusSign status={document.status} />
        </span>
        {text}
      </span>
    )
  }
  if (column.kind === 'number') {
    return text === '0' ? <span className="table-zero">0</span> : Number(text).toLocaleString('en')
  }
  if (column.kind === 'title') {
    return (
      <span lang={document.language || undefined} dir="auto" title={text}>
        {text}
      </span>
    )
  }
  if (column.kind === 'date' || column.kind === 'day') return dateInWords(text)
  return text.length > 24 ? <span title={text}>{text}</span> : text
}

export const cellId = (gridId: string, row: number, column: number): string => `${gridId}-${row}-${column}`
