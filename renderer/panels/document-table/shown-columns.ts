import { useMemo } from 'react'
import { usualWidth } from './change-columns.ts'
import type { Column } from './columns.ts'

/** The columns to show that there are, with the widths of all of them as CSS. */
export function useShownColumns(
  available: readonly Column[],
  view: readonly { id: string; width: number }[],
) {
  return useMemo(() => {
    const byId = new Map(available.map((column) => [column.id, column]))
    const shown = view.flatMap(({ id, width }) => {
      const column = byId.get(id)
      return column ? [{ column, width }] : []
    })
    return {
      columns: shown.map(({ column }) => column),
      template: shown.map(({ column, width }) => trackOf(column, width)).join(' '),
      width: shown.reduce((sum, { width }) => sum + width, 0),
    }
  }, [available, view])
}

/** Columns of words that nobody has resized share what room is left over. */
function trackOf({ id, kind }: Column, width: number): string {
  const grows = (kind === 'title' || kind === 'text' || kind === 'file') && width === usualWidth(id)
  return grows ? `minmax(${width}px, ${width}fr)` : `${width}px`
}
