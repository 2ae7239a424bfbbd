import { type CommandId, commands } from '../../preload/contract/commands/index.ts'
import { showFailure } from '../store/notices.ts'
import {
  afterWaiting,
  focusAnnotation,
  focusArriving,
  isFocusInSight,
  onceFocused,
} from '../store/reading/focus.ts'
import { type Workbench, workbench } from '../store/workbench.ts'
import type { Action } from './action.ts'
import { analyseActions } from './actions/analyse.ts'
import { annotateActions } from './actions/annotate.ts'
import { documentActions } from './actions/document.ts'
import { editActions } from './actions/edit.ts'
import { fileActions } from './actions/file.ts'
import { goActions } from './actions/go.ts'
import { helpActions } from './actions/help.ts'
import { viewActions } from './actions/view.ts'
import { lastTagOf } from './annotate-selection.ts'
import { actsOnAnnotation, annotationMeant } from './annotation-meant.ts'

/** What each command of the contract’s tables does. */
export const actions: Record<CommandId, Action> = {
  ...fileActions,
  ...editActions,
  ...annotateActions,
  ...documentActions,
  ...analyseActions,
  ...viewActions,
  ...goActions,
  ...helpActions,
}

/** Whether a command can be given now. */
export function canRun(id: CommandId, state: Workbench = workbench.getState()): boolean {
  return meetsNeeds(id, state) && (actions[id].enabled?.(state) ?? true)
}

/**
 * Gives a command; nothing happens when it cannot be given now. A failure is shown. While another annotation is on its
 * way into focus, what acts on the one in focus or goes on from it waits for it, in order: quick keys must not meet the
 * one before. What goes elsewhere waits only for what waits already.
 */
export function runCommand(id: CommandId): void {
  takeMeant(id)
  if (actsOnFocus(id)) onceFocused(() => runNow(id))
  else if (leavesFocus.has(id)) afterWaiting(() => runNow(id))
  else runNow(id)
}

/** With no annotation in focus, what the command acts on comes into focus first. */
function takeMeant(id: CommandId): void {
  const state = workbench.getState()
  if (!actsOnAnnotation(id) || focusArriving() !== null || !canRun(id, state)) return
  const meant = annotationMeant(id, state)
  if (meant !== null) focusAnnotation(meant, state.activeSide).catch(showFailure)
}

/** Whether the command can be given now, or once the annotation on its way into focus is there. */
export function willRun(id: CommandId): boolean {
  return canRun(id) || ((actsOnFocus(id) || leavesFocus.has(id)) && focusArriving() !== null)
}

function actsOnFocus(id: CommandId): boolean {
  const { needs, menu } = commands[id]
  if (leavesFocus.has(id)) return false
  return needs === 'annotation' || needs === 'claim' || menu === 'Annotate' || menu === 'Go'
}

/** Goes elsewhere, whatever is in focus. */
const leavesFocus: ReadonlySet<CommandId> = new Set<CommandId>([
  'go.document',
  'go.passage',
  'go.place',
  'go.next-document',
  'go.previous-document',
  'go.back',
  'go.forward',
  'go.next-area',
  'go.previous-area',
])

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
  if (id === 'annotation.tag-again') return `${title}: ${lastTagOf(state)?.name ?? 'none yet'}`
  return title
}

const lacking: Record<(typeof commands)[CommandId]['needs'], string> = {
  nothing: '',
  project: 'open a project first',
  document: 'open a document first',
  selection: 'select some text first',
  annotation: 'go to an annotation first',
  claim: 'go to a claim first',
}

/** What must be done before a command can be given, in a few words; '' where it can be, or where only it knows. */
export function whyNot(id: CommandId, state: Workbench): string {
  const { needs } = commands[id]
  if (needs !== 'nothing' && state.project === null) return lacking.project
  return meetsNeeds(id, state) ? '' : lacking[needs]
}

export function isCommand(id: string): id is CommandId {
  return Object.hasOwn(commands, id)
}

export const commandIds = Object.keys(commands) as CommandId[]

function meetsNeeds(id: CommandId, state: Workbench): boolean {
  switch (commands[id].needs) {
    case 'nothing':
      return true
    case 'project':
      return state.project !== null
    case 'document':
      return state.panes[state.activeSide] !== null
    case 'selection':
      return state.selected?.span != null && state.selected.side === state.activeSide
    case 'annotation':
      // Beside the other views no annotation is seen.
      return hasAnnotation(id, state)
    case 'claim':
      if (state.middle === 'claims') return state.claimsView.current !== null
      if (state.middle === 'confrontation') return state.confrontation.current.length > 0
      return hasAnnotation(id, state)
  }
}

function hasAnnotation(id: CommandId, state: Workbench): boolean {
  if (state.middle !== 'texts') return false
  return state.focused === null ? annotationMeant(id, state) !== null : isFocusInSight(state)
}
