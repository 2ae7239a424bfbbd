import type { viewCommands } from '../../../preload/contract/commands/view.ts'
import type { Theme } from '../../../preload/contract/preferences.ts'
import { say } from '../../store/notices.ts'
import { closePane, otherSide, show } from '../../store/places.ts'
import { setMargin } from '../../store/reading/margin.ts'
import { isAreaShown, showDialog, toggleArea } from '../../store/screen.ts'
import { type Workbench, workbench } from '../../store/workbench.ts'
import type { Action } from '../action.ts'
import { dimOthers, setFocusMode } from '../focus-mode.ts'
import { activeDocument, chooseTheme, stepReading, toggleReadingSettings } from '../reading.ts'
import { toggleOutline } from '../show-outline.ts'
import { showAllTags, stepOtherTags, toggleTagsHere } from '../show-tags.ts'
import { zoomWindow } from '../zoom-window.ts'

export const viewActions: Record<keyof typeof viewCommands, Action> = {
  'app.palette': { run: () => showDialog({ kind: 'palette' }) },
  'view.documents': {
    run: () => toggleArea('documents'),
    checked: (state) => isAreaShown('documents', state),
    enabled: readsTexts,
  },
  'view.inspector': {
    run: () => toggleArea('inspector'),
    checked: (state) => isAreaShown('inspector', state),
    enabled: readsTexts,
  },
  'view.outline': { run: toggleOutline, checked: (state) => isAreaShown('outline', state) },
  'view.side-by-side': { run: toggleSideBySide, checked: (state) => state.panes.right !== null },
  'view.tags': { run: toggleTagsHere },
  'view.other-tags': { run: stepOtherTags, enabled: (state) => state.tags.length > 0 },
  'view.all-tags': { run: showAllTags, enabled: (state) => state.tagLooks.size > 0 },
  'view.focus-mode': {
    run: () => setFocusMode(workbench.getState().focusMode === null),
    checked: (state) => state.focusMode !== null,
  },
  'view.dim-others': {
    run: () => dimOthers(!workbench.getState().preferences.dimOthers),
    checked: (state) => state.preferences.dimOthers,
  },
  'view.reading': { run: toggleReadingSettings },
  'view.larger-text': { run: () => stepReading(activeDocument(), 'textSize', 1) },
  'view.smaller-text': { run: () => stepReading(activeDocument(), 'textSize', -1) },
  'view.usual-text': { run: () => stepReading(activeDocument(), 'textSize', 0) },
  'view.zoom-in': { run: () => zoomWindow(1) },
  'view.zoom-out': { run: () => zoomWindow(-1) },
  'view.zoom-usual': { run: () => zoomWindow(0) },
  'view.margin': {
    run: () => setMargin({ on: !workbench.getState().margin.on }),
    checked: ({ margin }) => margin.on,
  },
  'view.margin-notes': {
    run: () => setMargin({ on: true, notes: !isShown('notes') }),
    checked: ({ margin }) => margin.on && margin.notes,
  },
  'view.margin-links': {
    run: () => setMargin({ on: true, links: !isShown('links') }),
    checked: ({ margin }) => margin.on && margin.links,
  },
  'view.light': theme('light'),
  'view.sepia': theme('sepia'),
  'view.dark': theme('dark'),
  'view.contrast-light': theme('contrast-light'),
  'view.contrast-dark': theme('contrast-dark'),
  'view.system': theme('system'),
}

/** Beside the table stands nothing else. */
function readsTexts(state: Workbench): boolean {
  return state.middle === 'texts'
}

function theme(name: Theme): Action {
  return { run: () => chooseTheme(name), checked: (state) => state.preferences.theme === name }
}

function isShown(what: 'notes' | 'links'): boolean {
  const { margin } = workbench.getState()
  return margin.on && margin[what]
}

function toggleSideBySide(): void {
  const { panes, activeSide } = workbench.getState()
  if (panes.right) {
    closePane(otherSide(activeSide))
    say('One text')
  } else if (panes.left) {
    show(panes.left.documentId, 'right')
    say('Side by side')
  }
}
