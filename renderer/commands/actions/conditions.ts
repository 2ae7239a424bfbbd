import type { Workbench } from '../../store/workbench.ts'

/** Whether a project is open that can be changed. */
export function writable(state: Workbench): boolean {
  return state.project !== null && state.project.readOnly === ''
}
