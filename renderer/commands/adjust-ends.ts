import { viewOf } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'

/** Lets the keyboard move the ends of the annotation in focus. */
export function adjustEnds(): void {
  const { focused } = workbench.getState()
  if (!focused) return
  const view = viewOf(focused.side)
  if (!view) return
  view.focus()
  view.startAdjusting(focused.annotation.id)
}
