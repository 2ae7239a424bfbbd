import { workbench } from '../workbench.ts'
import type { TableView } from './table-view.ts'

export function changeTable(change: Partial<TableView>): void {
  workbench.setState(({ table }) => ({ table: { ...table, ...change } }))
}
