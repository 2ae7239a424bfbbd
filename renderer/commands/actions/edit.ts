import type { editCommands } from '../../../preload/contract/commands/edit.ts'
import type { Action } from '../action.ts'
import { redo, undo } from '../undo.ts'
import { writable } from './conditions.ts'

export const editActions: Record<keyof typeof editCommands, Action> = {
  'history.undo': { run: undo, enabled: (state) => writable(state) && state.history.undo !== null },
  'history.redo': { run: redo, enabled: (state) => writable(state) && state.history.redo !== null },
}
