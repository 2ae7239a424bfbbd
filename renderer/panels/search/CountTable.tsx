import { ArrowDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { VirtualList } from '../../ui/VirtualList.tsx'

export interface CountColumn<Sort extends string> {
  id: Sort | null
  title: string
  /** What the number says. */
  help?: string
}

export interface CountTableProps<Row extends { id: number; word: string }, Sort extends string> {
  label: string
  /** The first is that of the words. `id` is null where nothing is sorted by it. */
  columns: readonly CountColumn<Sort>[]
  sort: Sort
  onSort: (sort: Sort) => void
  rows: readonly Row[]
  /** What stands in the columns after the first. */
  cellsOf: (row: Row) => readonly string[]
  onOpen: (row: Row) => void
  empty: ReactNode
}

/** Words with numbers beside them, sortable by each; Enter or a click searches the word. */
export function CountTable<Row extends { id: number; word: string }, Sort extends string>(
  props: CountTableProps<Row, Sort>,
) {
  const { label, columns, sort, onSort, rows, cellsOf, onOpen, empty } = props
  return (
    <div className="count-table" data-columns={columns.length}>
      <div className="count-head">
        {columns.map(({ id, title, help }) =>
          id === null ? (
            <span key={title} title={help}>
              {title}
            </span>
          ) : (
            <button
              key={title}
              type="button"
              title={help}
              aria-pressed={sort === id}
              onClick={() => onSort(id)}
            >
              {title}
              {sort === id && <Icon of={ArrowDown} size={12} />}
            </button>
          ),
        )}
      </div>
      <VirtualList
        label={label}
        items={rows}
        textOf={({ word }) => word}
        rowHeight={26}
        selected={[]}
        onOpen={onOpen}
        empty={empty}
      >
        {(row) => (
          <span className="count-row">
            <span dir="auto">{row.word}</span>
            {cellsOf(row).map((cell, at) => (
              <span key={columns[at + 1]!.title}>{cell}</span>
            ))}
          </span>
        )}
      </VirtualList>
    </div>
  )
}
