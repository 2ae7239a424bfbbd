import type { editCommands } from '../../../preload/contract/commands/edit.ts'
import { findAgain, openFinding } from '../../store/reading/finding.ts'
import { showDialog } from '../../store/screen.ts'
import type { Workbench } from '../../store/workbench.ts'
import type { Action } from '../action.ts'
import { redo, undo } from '../undo.ts'
import { writable } from './conditions.ts'

export const editActions: Record<keyof typeof editCommands, Action> = {
  'history.undo': { run: undo, enabled: (state) => writable(state) && state.history.undo !== null },
  'history.redo': { run: redo, enabled: (state) => writable(state) && state.history.redo !== null },
  'find.open': { run: openFinding },
  'find.next': { run: () => findAgain(1) },
  'find.previous': { run: () => findAgain(-1) },
  'find.tag-this': { run: () => showDialog({ kind: 'tag-found', which: 'this' }), enabled: hasHits },
  'find.tag-all': { run: () => showDialog({ kind: 'tag-found', which: 'all' }), enabled: hasHits },
}

function hasHits(state: Workbench): boolean {
  return writable(state) && (state.finding?.passages?.start.length ?? 0) > 0
}
