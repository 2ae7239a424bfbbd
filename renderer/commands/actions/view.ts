import type { viewCommands } from '../../../preload/contract/commands/view.ts'
import { closePane, otherSide, show } from '../../store/places.ts'
import { showDialog, toggleArea } from '../../store/screen.ts'
import { workbench } from '../../store/workbench.ts'
import type { Action } from '../action.ts'
import { changePreferences, resizeText } from '../preferences.ts'
import { showAllTags, stepOtherTags, toggleTagsHere } from '../show-tags.ts'

export const viewActions: Record<keyof typeof viewCommands, Action> = {
  'app.palette': { run: () => showDialog({ kind: 'palette' }) },
  'view.documents': { run: () => toggleArea('documents'), checked: (state) => state.shown.documents },
  'view.inspector': { run: () => toggleArea('inspector'), checked: (state) => state.shown.inspector },
  'view.side-by-side': { run: toggleSideBySide, checked: (state) => state.panes.right !== null },
  'view.tags': { run: toggleTagsHere },
  'view.other-tags': { run: stepOtherTags, enabled: (state) => state.tags.length > 0 },
  'view.all-tags': { run: showAllTags, enabled: (state) => state.tagLooks.size > 0 },
  'view.larger-text': { run: () => resizeText(1) },
  'view.smaller-text': { run: () => resizeText(-1) },
  'view.usual-text': { run: () => resizeText(0) },
  'view.light': theme('light'),
  'view.dark': theme('dark'),
  'view.system': theme('system'),
}

function theme(name: 'light' | 'dark' | 'system'): Action {
  return {
    run: () => changePreferences({ theme: name }),
    checked: (state) => state.preferences.theme === name,
  }
}

function toggleSideBySide(): void {
  const { panes, activeSide } = workbench.getState()
  if (panes.right) closePane(otherSide(activeSide))
  else if (panes.left) show(panes.left.documentId, 'right')
}
