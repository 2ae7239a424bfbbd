import type { helpCommands } from '../../../preload/contract/commands/help.ts'
import { showDialog } from '../../store/screen.ts'
import { workbench } from '../../store/workbench.ts'
import type { Action } from '../action.ts'
import { switchSingleKeys } from '../change-keys.ts'

export const helpActions: Record<keyof typeof helpCommands, Action> = {
  'help.shortcuts': { run: () => showDialog({ kind: 'shortcuts' }) },
  'help.single-keys': {
    run: () => switchSingleKeys(!workbench.getState().preferences.singleKeys),
    checked: (state) => state.preferences.singleKeys,
  },
  'help.guide': { run: () => showDialog({ kind: 'guide' }) },
  'help.about': { run: () => showDialog({ kind: 'about' }) },
}
