import { type CommandId, commands } from '../../preload/contract/commands.ts'
import { focusArriving } from '../store/focus.ts'
import { showFailure } from '../store/notices.ts'
import { closePane, otherSide, show } from '../store/places.ts'
import { showDialog, toggleArea } from '../store/screen.ts'
import { type Workbench, workbench } from '../store/workbench.ts'
import type { Action } from './action.ts'
import { adjustEnds } from './adjust-ends.ts'
import { deleteFocused } from './change-annotation.ts'
import { openCodebook } from './edit-codebook.ts'
import { chooseAndImport } from './import-documents.ts'
import { dropPending, linkFromFocused } from './link-passages.ts'
import { goToArea } from './move-between-areas.ts'
import { closeProject, newProject, openProject, openSample, saveCopy } from './open-project.ts'
import { changePreferences, resizeText } from './preferences.ts'
import {
  goBack,
  goForward,
  goToAnnotationBelow,
  goToAnnotationInOrder,
  goToNeighbour,
  goToOtherEnd,
} from './travel.ts'
import { redo, undo } from './undo.ts'

/** What each command of the contract’s table does. */
export const actions: Record<CommandId, Action> = {
  'project.new': { run: newProject },
  'project.open': { run: () => openProject(null) },
  'project.sample': { run: openSample },
  'document.import': { run: () => chooseAndImport(false), enabled: writable },
  'document.import-folder': { run: () => chooseAndImport(true), enabled: writable },
  'project.export': { run: () => showDialog({ kind: 'export' }) },
  'project.save-copy': { run: saveCopy },
  'project.rename': { run: () => showDialog({ kind: 'project' }), enabled: writable },
  'app.preferences': { run: () => showDialog({ kind: 'preferences' }) },
  'project.close': { run: closeProject },

  'history.undo': { run: undo, enabled: (state) => writable(state) && state.history.undo !== null },
  'history.redo': { run: redo, enabled: (state) => writable(state) && state.history.redo !== null },
  'annotation.tag': { run: () => showDialog({ kind: 'choose-tag', purpose: 'tag' }), enabled: writable },
  'annotation.retag': { run: () => showDialog({ kind: 'choose-tag', purpose: 'retag' }), enabled: writable },
  'annotation.adjust': { run: adjustEnds, enabled: writable },
  'annotation.note': { run: () => goToArea('note'), enabled: writable },
  'annotation.speaker': { run: () => goToArea('speaker'), enabled: writable },
  'annotation.delete': { run: deleteFocused, enabled: writable },
  'link.start': { run: linkFromFocused, enabled: writable },
  'link.drop': { run: dropPending, enabled: (state) => state.pending !== null },
  'codebook.open': { run: openCodebook },
  'document.metadata': {
    run: withDocument((documentId) => showDialog({ kind: 'document-details', documentId })),
  },
  'document.delete': {
    run: withDocument((documentId) => showDialog({ kind: 'delete-documents', documentIds: [documentId] })),
    enabled: writable,
  },

  'app.palette': { run: () => showDialog({ kind: 'palette' }) },
  'view.documents': { run: () => toggleArea('documents'), checked: (state) => state.shown.documents },
  'view.inspector': { run: () => toggleArea('inspector'), checked: (state) => state.shown.inspector },
  'view.side-by-side': { run: toggleSideBySide, checked: (state) => state.panes.right !== null },
  'view.larger-text': { run: () => resizeText(1) },
  'view.smaller-text': { run: () => resizeText(-1) },
  'view.usual-text': { run: () => resizeText(0) },
  'view.light': theme('light'),
  'view.dark': theme('dark'),
  'view.system': theme('system'),

  'go.document': { run: () => showDialog({ kind: 'go-to-document', beside: false }) },
  'go.passage': {
    run: () => showDialog({ kind: 'find-passage', purpose: workbench.getState().pending ? 'link' : 'go' }),
  },
  'go.next-document': { run: () => goToNeighbour(1) },
  'go.previous-document': { run: () => goToNeighbour(-1) },
  'go.next-annotation': { run: () => goToAnnotationInOrder(1) },
  'go.previous-annotation': { run: () => goToAnnotationInOrder(-1) },
  'go.annotation-below': { run: goToAnnotationBelow },
  'go.other-end': { run: () => goToOtherEnd(false) },
  'go.other-end-beside': { run: () => goToOtherEnd(true) },
  'go.back': { run: goBack, enabled: (state) => state.canGoBack },
  'go.forward': { run: goForward, enabled: (state) => state.canGoForward },
  'go.next-area': { run: () => goToArea('next') },
  'go.previous-area': { run: () => goToArea('previous') },

  'help.shortcuts': { run: () => showDialog({ kind: 'shortcuts' }) },
  'help.guide': { run: () => showDialog({ kind: 'guide' }) },
  'help.about': { run: () => showDialog({ kind: 'about' }) },
}

/** Whether a command can be given now. */
export function canRun(id: CommandId, state: Workbench = workbench.getState()): boolean {
  return meetsNeeds(commands[id].needs, state) && (actions[id].enabled?.(state) ?? true)
}

/**
 * Gives a command; nothing happens when it cannot be given now. A failure is shown. While another annotation is on its
 * way into focus, what acts on the one in focus waits for it: quick keys must not meet the one before.
 */
export function runCommand(id: CommandId): void {
  const arriving = commands[id].needs === 'annotation' ? focusArriving() : null
  if (arriving) arriving.then(() => runNow(id))
  else runNow(id)
}

/** Whether the command can be given now, or once the annotation on its way into focus is there. */
export function willRun(id: CommandId): boolean {
  return canRun(id) || (commands[id].needs === 'annotation' && focusArriving() !== null)
}

async function runNow(id: CommandId): Promise<void> {
  if (!canRun(id)) return
  try {
    await actions[id].run()
  } catch (cause) {
    showFailure(cause)
  }
}

/** As it reads now: undo and redo name what they would change. */
export function titleOf(id: CommandId, state: Workbench): string {
  const { title } = commands[id]
  if (id === 'history.undo' && state.history.undo !== null) return `${title}: ${state.history.undo}`
  if (id === 'history.redo' && state.history.redo !== null) return `${title}: ${state.history.redo}`
  return title
}

export function isCommand(id: string): id is CommandId {
  return Object.hasOwn(commands, id)
}

export const commandIds = Object.keys(commands) as CommandId[]

function meetsNeeds(needs: (typeof commands)[CommandId]['needs'], state: Workbench): boolean {
  switch (needs) {
    case 'nothing':
      return true
    case 'project':
      return state.project !== null
    case 'document':
      return state.panes[state.activeSide] !== null
    case 'selection':
      return state.selected?.span != null && state.selected.side === state.activeSide
    case 'annotation':
      return state.focused !== null
  }
}

function writable(state: Workbench): boolean {
  return state.project !== null && state.project.readOnly === ''
}

function withDocument(act: (documentId: NonNullable<Workbench['panes']['left']>['documentId']) => void) {
  return () => {
    const { panes, activeSide } = workbench.getState()
    const pane = panes[activeSide]
    if (pane) act(pane.documentId)
  }
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
