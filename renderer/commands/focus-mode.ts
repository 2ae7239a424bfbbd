import { say, sayChoice } from '../store/notices.ts'
import { activeView } from '../store/views.ts'
import { workbench } from '../store/workbench.ts'
import { keyText } from '../ui/keys.ts'
import { keyNow } from './key-choices.ts'
import { changePreferences } from './preferences.ts'

/** Shows only the text, or again what was there before. A panel that is asked for meanwhile comes all the same. */
export function setFocusMode(on: boolean): void {
  const { focusMode, shown } = workbench.getState()
  if (on === (focusMode !== null)) return
  if (on) {
    workbench.setState({
      focusMode: shown,
      shown: { documents: false, inspector: false, outline: false },
      drawer: null,
    })
    const key = keyNow('view.focus-mode')
    say(`Focus mode. Escape${key ? ` or ${keyText(key)}` : ''} leaves`)
  } else {
    workbench.setState({ focusMode: null, ...(focusMode && { shown: focusMode }) })
    say('Focus mode left')
  }
  activeView()?.focus()
}

export async function dimOthers(on: boolean): Promise<void> {
  await changePreferences({ dimOthers: on })
  sayChoice(
    on
      ? 'Focus mode dims all but the paragraph with the caret'
      : 'Focus mode shows all paragraphs in full strength',
  )
}
