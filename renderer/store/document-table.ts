import { say } from './notices.ts'
import type { TableView } from './table-view.ts'
import { workbench } from './workbench.ts'

export function changeTable(change: Partial<TableView>): void {
  workbench.setState(({ table }) => ({ table: { ...table, ...change } }))
}

/** Puts the table in the place of the texts, or the texts back. */
export function toggleTable(): void {
  const isTable = workbench.getState().middle === 'table'
  workbench.setState({ middle: isTable ? 'texts' : 'table' })
  say(isTable ? 'The texts' : 'The table of documents')
}
