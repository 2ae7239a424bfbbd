import { allViews } from '../views.ts'
import { workbench } from '../workbench.ts'

/** Whether texts dim all but the paragraph with the caret. */
export function spotlightNow(): boolean {
  const { focusMode, preferences } = workbench.getState()
  return focusMode !== null && preferences.dimOthers
}

export function followSpotlight(): () => void {
  let last = spotlightNow()
  return workbench.subscribe(() => {
    const now = spotlightNow()
    if (now === last) return
    last = now
    for (const { view } of allViews()) view.setSpotlight(now)
  })
}
