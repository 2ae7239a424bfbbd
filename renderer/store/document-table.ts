import type { TableView } from './table-view.ts'
import { workbench } from './workbench.ts'

export function changeTable(change: Partial<TableView>): void {
  workbench.setState(({ table }) => ({ table: { ...table, ...change } }))
}
