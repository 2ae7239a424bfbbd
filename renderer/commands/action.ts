import type { Workbench } from '../store/workbench.ts'

/** What a command of the table does. */
export interface Action {
  run(): void | Promise<void>
  /** Beyond what the table’s `needs` says; absent means always. */
  enabled?(state: Workbench): boolean
  /** For commands that are switched on and off. */
  checked?(state: Workbench): boolean
}
