import { changeTable } from '../../store/documents/document-table.ts'
import { type ColumnFilter, usualTable } from '../../store/documents/table-view.ts'
import { workbench } from '../../store/workbench.ts'

const narrowest = 56
const widest = 900
const otherwiseWidth = 140

const now = () => workbench.getState().table

/** Upward, then downward, then not at all. */
export function sortBy(id: string): void {
  const { sort } = now()
  if (sort?.column !== id) changeTable({ sort: { column: id, descending: false } })
  else changeTable({ sort: sort.descending ? null : { column: id, descending: true } })
}

/** In CSS pixels, of a column nobody has made wider or narrower. */
export function usualWidth(id: string): number {
  return usualTable.columns.find((column) => column.id === id)?.width ?? otherwiseWidth
}

/**
 * Gives columns, by their ids, the widths they are seen with: before one of them is resized, so that the others stay
 * as they are. Columns of words are seen wider than their width where there is room.
 */
export function keepWidths(seen: ReadonlyMap<string, number>): void {
  changeTable({
    columns: now().columns.map(({ id, width }) => ({ id, width: Math.round(seen.get(id) ?? width) })),
  })
}

/** In CSS pixels. */
export function resizeColumn(id: string, width: number): void {
  const kept = Math.round(Math.max(narrowest, Math.min(widest, width)))
  changeTable({ columns: now().columns.map((column) => (column.id === id ? { id, width: kept } : column)) })
}

export function widenColumn(id: string, by: number): void {
  const column = now().columns.find((one) => one.id === id)
  if (column) resizeColumn(id, column.width + by)
}

/** To the place of the one that has this number now. */
export function moveColumn(id: string, to: number): void {
  const { columns } = now()
  const moved = columns.find((column) => column.id === id)
  if (!moved || to < 0 || to >= columns.length) return
  const others = columns.filter((column) => column !== moved)
  changeTable({ columns: [...others.slice(0, to), moved, ...others.slice(to)] })
}

/** Puts a column at the end, or takes it away. The title stays. */
export function toggleColumn(id: string): void {
  if (id === 'title') return
  const { columns, sort, filters } = now()
  if (!columns.some((column) => column.id === id)) {
    changeTable({ columns: [...columns, { id, width: usualWidth(id) }] })
    return
  }
  const { [id]: _, ...rest } = filters
  changeTable({
    columns: columns.filter((column) => column.id !== id),
    sort: sort?.column === id ? null : sort,
    filters: rest,
  })
}

/** Null takes the filter away. */
export function filterColumn(id: string, filter: ColumnFilter | null): void {
  const { [id]: _, ...rest } = now().filters
  changeTable({ filters: filter ? { ...rest, [id]: filter } : rest })
}

export function clearFilters(): void {
  changeTable({ filters: {} })
}

/** A field of one’s own has another name now: its column goes on under that. */
export function renameColumn(from: string, to: string): void {
  const { columns, sort, filters } = now()
  const named = (id: string) => (id === from ? to : id)
  changeTable({
    columns: columns.map(({ id, width }) => ({ id: named(id), width })),
    sort: sort && { ...sort, column: named(sort.column) },
    filters: Object.fromEntries(Object.entries(filters).map(([id, filter]) => [named(id), filter])),
  })
}
