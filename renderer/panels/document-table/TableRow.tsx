import { memo, type ReactNode } from 'react'
import type { DocumentSummary } from '../../../preload/contract/document.ts'
import { dateInWords } from '../../store/date-in-words.ts'
import { StatusSign } from '../documents/StatusSign.tsx'
import { GridRow } from '../grid/GridRow.tsx'
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
    <GridRow
      gridId={gridId}
      columns={columns}
      index={index}
      top={top}
      isChosen={isChosen}
      cursor={cursor}
      editor={editor}
      data={{ 'data-open': isOpen || undefined }}
    >
      {(column) => <Cell column={column} document={document} />}
    </GridRow>
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
      <span className="table-words" lang={document.language || undefined} dir="auto" title={text}>
        {text}
      </span>
    )
  }
  if (column.kind === 'date' || column.kind === 'day') return dateInWords(text)
  return (
    <span className="table-words" dir="auto" title={text.length > 24 ? text : undefined}>
      {text}
    </span>
  )
}
