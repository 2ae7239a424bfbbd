import { say } from '../store/notices.ts'
import { workbench } from '../store/workbench.ts'
import { keyText } from '../ui/keys.ts'
import { keyNow } from './key-choices.ts'

/** Escape leaves no view in the place of the texts; says what does. */
export function sayWayBack(): void {
  const { middle } = workbench.getState()
  if (middle === 'texts') return
  const key = keyNow(`view.${middle}`)
  say(`${key ? `${keyText(key)} or Done` : 'Done'} leads back to the texts`)
}
