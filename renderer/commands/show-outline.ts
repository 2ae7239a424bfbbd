import { isAreaShown, toggleArea } from '../store/screen.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'
import { focusArea } from './move-between-areas.ts'

/** Shows the outline and puts the keyboard there; from there, puts it away and goes back to the text. */
export function toggleOutline(): void {
  const isShown = isAreaShown('outline', workbench.getState())
  const panel = document.querySelector('[data-area="outline"]')
  if (isShown && panel && !panel.contains(document.activeElement)) {
    focusArea('outline')
    return
  }
  toggleArea('outline')
  if (isShown) activeView()?.focus()
  else requestAnimationFrame(() => focusArea('outline'))
}
